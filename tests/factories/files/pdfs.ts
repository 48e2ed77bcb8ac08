import { deflateSync } from "node:zlib";
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";
import { CANARY } from "./canary";
import { aPicture } from "./pictures";

/** Words that a reader sees, in the order of drawing. */
export const ON_THE_PAGE = "What we were told";

async function letter(): Promise<PDFDocument> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([400, 400]);
  page.drawText(ON_THE_PAGE, { x: 20, y: 300, font: await document.embedFont(StandardFonts.Helvetica) });
  return document;
}

/** A plain letter of one page; `mark` makes one differ from another. */
export async function aPlainPdf(mark = ""): Promise<Buffer> {
  const document = await letter();
  if (mark) document.getPage(0).drawText(mark, { x: 20, y: 200 });
  return Buffer.from(await document.save());
}

/** A letter that says who wrote it, holds comments, a file, programs, a picture with a place, and an earlier version. */
export async function aTalkativePdf(): Promise<Buffer> {
  const document = await letter();
  const { context, catalog } = document;
  document.setAuthor(`${CANARY} author`);
  document.setTitle(`${CANARY} title`);
  document.setProducer(`${CANARY} producer`);
  const page = document.getPage(0);
  page.drawImage(await document.embedJpg(await aPicture("jpeg")), { x: 10, y: 10, width: 40, height: 40 });
  await document.attach(Buffer.from(`${CANARY} attached`), "list.txt", {
    description: `${CANARY} description`,
  });
  document.addJavaScript("start", `app.alert("${CANARY} program")`);
  const xmp = context.flateStream(`<?xpacket?><x:xmpmeta>${CANARY} xmp</x:xmpmeta>`, { Type: "Metadata" });
  catalog.set(PDFName.of("Metadata"), context.register(xmp));
  page.node.set(
    PDFName.of("PieceInfo"),
    context.obj({ Drawing: { Private: PDFString.of(`${CANARY} piece`) } }),
  );
  catalog.set(
    PDFName.of("OpenAction"),
    context.obj({ S: "JavaScript", JS: PDFString.of(`${CANARY} on opening`) }),
  );
  const who = PDFHexString.fromText(`${CANARY} commenter`);
  const annotations = [
    { Subtype: "Text", Contents: PDFString.of(`${CANARY} note`), T: who },
    { Subtype: "Popup", Contents: PDFHexString.fromText(`${CANARY} popup`) },
    {
      Subtype: "Highlight",
      QuadPoints: [0, 0, 9, 9, 9, 0, 0, 9],
      Contents: PDFHexString.fromText(`${CANARY} remark`),
      T: who,
      Subj: PDFString.of(`${CANARY} subject`),
    },
    { Subtype: "Link", A: { S: "Launch", F: PDFString.of(`C:\\Users\\${CANARY}\\list.xls`) } },
    { Subtype: "Link", A: { S: "URI", URI: PDFString.of(`file:///home/${CANARY}/list.pdf`) } },
    { Subtype: "Link", A: { S: "URI", URI: PDFString.of("https://riverside.gov.uk/answer") } },
    {
      Subtype: "FreeText",
      DA: PDFString.of("/Helv 0 Tf"),
      Contents: PDFString.of("Typed on the page"),
      T: who,
    },
    { Subtype: "FileAttachment", FS: { F: PDFString.of(`${CANARY}.xls`) } },
  ].map((annotation) => context.register(context.obj({ Type: "Annot", Rect: [0, 0, 9, 9], ...annotation })));
  page.node.set(PDFName.of("Annots"), context.obj(annotations));
  // Of a version that was thrown away: nothing refers to it.
  context.register(context.flateStream(`${CANARY} thrown away`));
  document.getForm().createTextField("answer").addToPage(page, { x: 50, y: 50 });
  const first = await document.save({ useObjectStreams: false });

  const again = await PDFDocument.load(first, { forIncrementalUpdate: true, updateMetadata: false });
  again.setTitle("Second version");
  again.setSubject(`${CANARY} second subject`);
  return Buffer.from(await again.save());
}

/** A PDF as text, written by hand: its table of places is left out, which readers put up with. */
function byHand(catalogue: string, more = ""): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n${more}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    "latin1",
  );
}

export function aSignedPdf(): Buffer {
  return byHand(
    "/AcroForm << /Fields [4 0 R] /SigFlags 3 >>",
    "4 0 obj\n<< /FT /Sig /T (Signature) /V 5 0 R >>\nendobj\n5 0 obj\n<< /Type /Sig /Name (A Person) /Contents <00> >>\nendobj",
  );
}

export function aLockedPdf(): Buffer {
  const open = byHand("").toString("latin1");
  const lock = "6 0 obj\n<< /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>\nendobj\n";
  return Buffer.from(
    open.replace("trailer\n<< ", `${lock}trailer\n<< /Encrypt 6 0 R /ID [<00> <00>] `),
    "latin1",
  );
}

export function aDynamicForm(): Buffer {
  return byHand("/AcroForm << /XFA 4 0 R /Fields [] >>", "4 0 obj\n(form)\nendobj");
}

/** Some kilobytes that unpack to half a gigabyte as the file is opened. */
export function aPdfBomb(): Buffer {
  const packed = deflateSync(Buffer.alloc(512 * 1024 * 1024), { level: 9 });
  const [before, after] = byHand("").toString("latin1").split("trailer");
  return Buffer.concat([
    Buffer.from(
      `${before}9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      "latin1",
    ),
    packed,
    Buffer.from(`\nendstream\nendobj\ntrailer${after}`, "latin1"),
  ]);
}
