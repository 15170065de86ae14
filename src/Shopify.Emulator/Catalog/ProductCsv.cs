using System.Globalization;
using System.Text;

namespace Shopify.Emulator.Catalog;

/// <summary>Shopify's product CSV: one row per variant, the product's own values on its first row, further pictures on rows without a variant.</summary>
internal sealed class ProductCsv(TextReader reader, Func<string, bool> hasPicture)
{
    private static readonly Dictionary<string, string[]> Names = new()
    {
        ["handle"] = ["Handle", "URL handle"],
        ["title"] = ["Title"],
        ["body"] = ["Body (HTML)", "Description"],
        ["vendor"] = ["Vendor"],
        ["type"] = ["Type"],
        ["tags"] = ["Tags"],
        ["published"] = ["Published", "Published on online store"],
        ["status"] = ["Status"],
        ["sku"] = ["Variant SKU", "SKU"],
        ["barcode"] = ["Variant Barcode", "Barcode"],
        ["price"] = ["Variant Price", "Price"],
        ["before"] = ["Variant Compare At Price", "Compare-at price"],
        ["tracker"] = ["Variant Inventory Tracker", "Inventory tracker"],
        ["stock"] = ["Variant Inventory Qty", "Inventory quantity"],
        ["policy"] = ["Variant Inventory Policy", "Continue selling when out of stock"],
        ["shipping"] = ["Variant Requires Shipping", "Requires shipping"],
        ["image"] = ["Image Src", "Product image URL"],
        ["alt"] = ["Image Alt Text", "Image alt text"],
        ["variantImage"] = ["Variant Image", "Variant image URL"],
    };

    private readonly Dictionary<string, int> _columns = [];
    private int _line;

    public ShopCatalog Read(string shopName)
    {
        var header = ReadRow() ?? throw new FormatException("The CSV is empty.");
        foreach (var (index, name) in header.Index()) _columns.TryAdd(name.Trim().TrimStart('\uFEFF').ToLowerInvariant(), index);
        foreach (var needed in (string[])["handle", "title", "price"])
            if (Column(needed) is null) throw new FormatException($"The CSV has no column '{Names[needed][0]}'.");
        List<CatalogProduct> products = [];
        List<(int Line, List<string> Row)> rows = [];
        while (ReadRow() is { } row)
        {
            if (row.TrueForAll(string.IsNullOrWhiteSpace)) continue;
            if (rows.Count > 0 && Text(row, "handle") is { Length: > 0 } handle && handle != Text(rows[0].Row, "handle"))
            {
                products.Add(Product(rows));
                rows = [];
            }

            rows.Add((_line, row));
        }

        if (rows.Count > 0) products.Add(Product(rows));
        return new() { Name = shopName, Products = products };
    }

    private CatalogProduct Product(List<(int Line, List<string> Row)> rows)
    {
        var first = rows[0].Row;
        var images = rows.Select(r => (File: FileOf(Text(r.Row, "image")), Alt: Text(r.Row, "alt")))
            .Concat(rows.Select(r => (File: FileOf(Text(r.Row, "variantImage")), Alt: "")))
            .Where(i => i.File.Length > 0 && hasPicture(i.File)).DistinctBy(static i => i.File).Select(static i => new CatalogImage(i.File, i.Alt.Length == 0 ? null : i.Alt)).ToList();
        // "Title" with "Default Title" is how the export writes a product without options.
        var names = Enumerable.Range(1, 3).Select(n => Option(first, n, "name")).TakeWhile(static n => n.Length > 0).ToList();
        if (names is ["Title"] && Option(first, 1, "value") == "Default Title") names = [];
        var variants = rows.Where(r => Text(r.Row, "price").Length > 0).Select(r => Variant(r.Line, r.Row, names.Count, images)).ToList();
        if (variants.Count == 0) throw new FormatException($"Line {rows[0].Line}: the product '{Text(first, "handle")}' has no variant with a price.");
        return new()
        {
            Handle = Text(first, "handle"),
            Title = Text(first, "title") is { Length: > 0 } title ? title : throw new FormatException($"Line {rows[0].Line}: the product '{Text(first, "handle")}' has no title."),
            DescriptionHtml = Text(first, "body"),
            Vendor = Text(first, "vendor"),
            ProductType = Text(first, "type"),
            Tags = [.. Text(first, "tags").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Status = Text(first, "status") is { Length: > 0 } status ? status.ToUpperInvariant() : "ACTIVE",
            IsPublished = !Text(first, "published").Equals("false", StringComparison.OrdinalIgnoreCase),
            Options = [.. names.Select((name, index) => new CatalogOption(name, [.. variants.Select(v => v.OptionValues[index]).Distinct()]))],
            Variants = variants,
            Images = images,
        };
    }

    private CatalogVariant Variant(int line, List<string> row, int options, List<CatalogImage> images)
    {
        var image = FileOf(Text(row, "variantImage"));
        return new()
        {
            Sku = Text(row, "sku").TrimStart('\'') is { Length: > 0 } sku ? sku : null,
            Barcode = Text(row, "barcode").TrimStart('\'') is { Length: > 0 } barcode ? barcode : null,
            OptionValues = [.. Enumerable.Range(1, options).Select(n => Option(row, n, "value"))],
            Price = Amount(line, row, "price")!.Value,
            CompareAtPrice = Amount(line, row, "before"),
            Stock = Text(row, "tracker").Length == 0 ? null : (int)(Amount(line, row, "stock") ?? 0),
            ContinueSelling = Text(row, "policy").ToUpperInvariant() is "CONTINUE" or "TRUE",
            RequiresShipping = !Text(row, "shipping").Equals("false", StringComparison.OrdinalIgnoreCase),
            Image = images.Exists(i => i.File == image) ? image : null,
        };
    }

    private decimal? Amount(int line, List<string> row, string name) => Text(row, name) is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount
        : throw new FormatException($"Line {line}: '{text}' in the column '{Names[name][0]}' is no number.");

    private string Option(List<string> row, int number, string part) =>
        _columns.TryGetValue($"option{number.ToString(CultureInfo.InvariantCulture)} {part}", out var index) && index < row.Count ? row[index].Trim() : "";

    private string Text(List<string> row, string name) => Column(name) is { } index && index < row.Count ? row[index].Trim() : "";

    private int? Column(string name)
    {
        foreach (var spelling in Names[name])
            if (_columns.TryGetValue(spelling.ToLowerInvariant(), out var index)) return index;
        return null;
    }

    private static string FileOf(string address) => address.Length == 0 ? "" : Path.GetFileName(address.Split('?')[0]);

    /// <summary>One record; quoted fields may hold commas, quotes and line breaks. Null at the end.</summary>
    private List<string>? ReadRow()
    {
        if (reader.Peek() < 0) return null;
        _line++;
        List<string> row = [];
        var field = new StringBuilder();
        var quoted = false;
        for (int c; (c = reader.Read()) >= 0;)
        {
            if (quoted && c == '"' && reader.Peek() == '"') field.Append((char)reader.Read());
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == ',') Flush();
            else if (!quoted && c == '\n') break;
            else if (quoted || c != '\r') field.Append((char)c);
            if (quoted && c == '\n') _line++;
        }

        Flush();
        return row;

        void Flush()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
