using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShopBot.LoadTest.Journeys;

/// <summary>What a store of the test sells and says. Everything carries the store's mark, so that an answer from the wrong store is seen.</summary>
internal static partial class Shelf
{
    public static readonly string[] Words = ["Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Garnet", "Hazel", "Indigo", "Juniper", "Koral", "Linen"];

    public static string Mark(int store) => $"S{store.ToString("D4", CultureInfo.InvariantCulture)}x";

    public static string Domain(int store) => $"load-{store.ToString("D4", CultureInfo.InvariantCulture)}.myshopify.com";

    public static string PhoneNumberId(int store) => (810_000_000_000L + store).ToString(CultureInfo.InvariantCulture);

    public static string WabaId(int store) => (910_000_000_000L + store).ToString(CultureInfo.InvariantCulture);

    public static string Token(int store) => $"EAAG-load-{store}";

    public static string Welcome(int store) => $"Welcome to {Mark(store)}.";

    public static string Title(int store, int product) => $"{Words[product]} lamp {Mark(store)}";

    /// <summary>The marks of stores in a text.</summary>
    public static IEnumerable<string> Marks(string text) => AnyMark().Matches(text).Select(match => match.Value);

    /// <summary>Writes the catalogue in the Shopify emulator's own form.</summary>
    public static void Write(string file, int store)
    {
        var catalogue = new
        {
            name = $"Shop {Mark(store)}",
            products = Words.Select((_, i) => new
            {
                handle = $"lamp-{i}",
                title = Title(store, i),
                descriptionHtml = "<p>A lamp for slow evenings. Oak foot, linen shade, a long cable.</p>",
                variants = new[] { new { price = 10.0 + i } },
            }),
            collections = new[] { new { handle = "lamps", title = $"Lamps {Mark(store)}", productHandles = Words.Select((_, i) => $"lamp-{i}") } },
        };
        File.WriteAllText(file, JsonSerializer.Serialize(catalogue));
    }

    [GeneratedRegex(@"S\d{4}x")]
    private static partial Regex AnyMark();
}
