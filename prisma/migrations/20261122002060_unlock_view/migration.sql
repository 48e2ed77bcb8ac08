-- A passphrase is tried without opening the view (`opened_as` NULL): the page opens it next, and one look is one opening.

CREATE OR REPLACE FUNCTION open_share(share_token_hash text, passphrase_key text, opened_as text, opened_by text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE found_share record;
BEGIN
  SELECT s.workspace_id, s.id, s.expires_on, s.passphrase_salt, s.passphrase_hash, x.snapshot INTO found_share
  FROM shares s JOIN workspaces w ON w.id = s.workspace_id
  JOIN share_snapshots x ON x.workspace_id = s.workspace_id AND x.share_id = s.id
  WHERE s.token_hash = share_token_hash AND share_is_open(s, w);
  IF NOT FOUND THEN RETURN jsonb_build_object('outcome', 'gone'); END IF;
  IF found_share.passphrase_hash IS NOT NULL
    AND encode(sha256(convert_to(coalesce(passphrase_key, ''), 'UTF8')), 'hex') <> found_share.passphrase_hash THEN
    RETURN jsonb_build_object('outcome', 'passphrase', 'salt', found_share.passphrase_salt);
  END IF;
  IF opened_as IS NULL THEN RETURN jsonb_build_object('outcome', 'unlocked'); END IF;
  INSERT INTO share_openings (workspace_id, id, share_id, format, reader)
  VALUES (found_share.workspace_id, gen_random_uuid(), found_share.id, left(opened_as, 20), left(opened_by, 20));
  RETURN jsonb_build_object('outcome', 'open', 'id', found_share.id, 'snapshot', found_share.snapshot, 'expiresOn', found_share.expires_on);
END $$;
