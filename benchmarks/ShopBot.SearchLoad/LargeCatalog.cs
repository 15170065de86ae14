using ShopBot.Shopping.Catalog;
using ShopBot.Shopping.Search;
using Shopify.Emulator.Catalog;

namespace ShopBot.SearchLoad;

/// <summary>10,000 products with 10 variants each: a few hundred words in many combinations, as catalogues have them, and the same ones in each run.</summary>
internal static class LargeCatalog
{
    public const int Products = 10_000;
    public const int Variants = 10;

    private static readonly string[] Colours = ["Red", "Green", "Navy blue", "White", "Black", "Mustard", "Brown", "Ivory", "Rose", "Grey", "Turquoise", "Lavender"];
    private static readonly string[] Materials = ["cotton", "linen", "wool", "leather", "oak", "brass", "ceramic", "bamboo", "steel", "cashmere", "velvet", "glass"];
    private static readonly string[] Things =
    [
        "lamp", "shirt", "chair", "bottle", "teapot", "blanket", "notebook", "sneakers", "candle", "backpack", "umbrella", "dress", "sofa", "mirror", "boots", "jacket", "scarf", "watch",
        "headphones", "keyboard", "pillow", "curtain", "knife", "mug", "rug", "shelf", "sandals", "trousers", "sweater", "necklace", "earrings", "sunglasses", "wallet", "vase", "clock",
    ];

    private static readonly string[] Sizes = ["XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL", "5XL", "One size"];

    /// <summary>What people type: exact, in other forms, begun, mistyped, several words, little words around them, nothing that exists.</summary>
    public static IReadOnlyList<string> Searches { get; } =
    [
        "shirt", "white shirt", "do you have a white shirt?", "lamps", "brass lamp", "snea", "snaekers", "sneekers white", "teapott", "navy blue cotton dress", "lether boots", "umbrela",
        "headfones", "i am looking for a velvet sofa", "oak shelf", "SKU-777-3", "maker 17", "cashmere scarf grey", "sunglases", "mug", "red", "cotton", "black jacket xl", "keybord", "neclace",
        "quantum physics", "xyzzy", "turquoise vase for my mother", "wool", "bamboo",
    ];

    public static ShopCatalog ToEmulate() => new() { Name = "Large", Products = [.. Enumerable.Range(1, Products).Select(ToEmulated)] };

    public static IEnumerable<SearchableProduct> ToSearch(DateTimeOffset now) => Enumerable.Range(1, Products).Select(i => new SearchableProduct
    {
        ProductId = $"gid://shopify/Product/{1_000_000 + i}",
        Title = Title(i),
        Keywords = [$"Maker {i % 200}", Things[i % Things.Length], "summer", .. Sizes, .. Enumerable.Range(1, Variants).Select(n => $"SKU-{i}-{n}")],
        Description = Description(i),
        LowestPrice = new Money(10 + (i % 90), "EUR"),
        PricesDiffer = true,
        ChangedAt = now,
        SeenAt = now,
    });

    private static CatalogProduct ToEmulated(int i) => new()
    {
        Id = 1_000_000 + i,
        Handle = $"product-{i}",
        Title = Title(i),
        DescriptionHtml = $"<p>{Description(i)}</p>",
        Vendor = $"Maker {i % 200}",
        ProductType = Things[i % Things.Length],
        Tags = ["summer"],
        Options = [new CatalogOption("Size", Sizes)],
        CreatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        UpdatedAt = DateTimeOffset.UnixEpoch.AddDays(20_000),
        Variants = [.. Enumerable.Range(1, Variants).Select(n => new CatalogVariant { Id = (i * 1000L) + n, OptionValues = [Sizes[n - 1]], Price = 10 + (i % 90) + n, Sku = $"SKU-{i}-{n}" })],
    };

    private static string Title(int i) => $"{Colours[i % Colours.Length]} {Materials[i / 7 % Materials.Length]} {Things[i % Things.Length]} {i / 420}";

    private static string Description(int i) =>
        $"A {Things[i % Things.Length]} of {Materials[i / 7 % Materials.Length]} that goes well with any {Things[(i + 11) % Things.Length]}. Made by hand with care, for many years of daily use; "
        + "washable, repairable, and delivered in a box that is a gift in itself. Our makers choose each piece by its grain and colour, so that no two are quite alike.";
}
