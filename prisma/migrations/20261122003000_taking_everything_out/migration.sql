-- Taking everything out, also while nothing can be changed any more.

-- An owner takes everything out of a workspace that is suspended or closing: written down although nothing else is.
-- Answers whether it was an owner's session, and the workspace is one of those.
CREATE FUNCTION note_export(session_hash text, workspace_slug text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO audit_events (workspace_id, id, actor_id, kind, subject_id, detail)
  SELECT w.id, gen_random_uuid(), s.user_id, 'workspace.exported', w.id, '{}'
  FROM sessions s JOIN memberships m ON m.user_id = s.user_id AND m.role = 'owner' JOIN workspaces w ON w.id = m.workspace_id
  WHERE s.session_token_hash = session_hash AND s.expires > now() + interval '7 days'
    AND w.slug = workspace_slug AND w.state IN ('suspended', 'closing');
  RETURN FOUND;
END $$;
GRANT EXECUTE ON FUNCTION note_export(text, text) TO followthrough_tenant;
