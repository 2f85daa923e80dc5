using System.Globalization;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes the smallest PDF that any reader opens: a page of text for each card.</summary>
internal static class HuurayPdf
{
    private const int Catalogue = 1;
    private const int PageTree = 2;
    private const int Font = 3;
    private const int FirstPage = 4;

    public static byte[] Write(IReadOnlyList<HuurayCard> cards)
    {
        var pages = cards.Select((_, index) => FirstPage + (2 * index)).ToArray();
        List<string> objects =
        [
            $"<< /Type /Catalog /Pages {Reference(PageTree)} >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', pages.Select(Reference))}] /Count {Number(pages.Length)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        foreach (var (card, page) in cards.Zip(pages))
        {
            var text = Page(card);
            objects.Add(
                $"<< /Type /Page /Parent {Reference(PageTree)} /MediaBox [0 0 595 842] /Contents {Reference(page + 1)} "
                    + $"/Resources << /Font << /F1 {Reference(Font)} >> >> >>"
            );
            objects.Add($"<< /Length {Number(text.Length)} >>\nstream\n{text}\nendstream");
        }

        return Encoding.ASCII.GetBytes(Assemble(objects));
    }

    private static string Assemble(List<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>(objects.Count);
        foreach (var (index, item) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{item}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root {Reference(Catalogue)} >>\nstartxref\n{table}\n%%EOF\n"
        );
        return file.ToString();
    }

    private static string Page(HuurayCard card)
    {
        string?[] lines = ["Gift card " + Number(card.Id), .. HuurayCard.Bearer.Select(name => card.Document.Text(name))];
        var shown = lines.Where(line => line is not null).Select(line => $"({line}) Tj 0 -24 Td");
        return "BT /F1 14 Tf 72 770 Td " + string.Join(' ', shown) + " ET";
    }

    private static string Reference(int number) => Number(number) + " 0 R";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
