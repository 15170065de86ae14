using System.Globalization;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator.Tool;

/// <summary>The command line.</summary>
internal sealed class ToolArguments
{
    private static readonly string[] DefaultTopics =
    [
        "app/uninstalled", "app/scopes_update", "shop/update", "products/create", "products/update", "products/delete", "collections/update",
        "orders/create", "orders/paid", "orders/cancelled", "orders/fulfilled", "fulfillments/create", "fulfillments/update",
        "checkouts/create", "checkouts/update", "customers/data_request", "customers/redact", "shop/redact",
    ];

    public const string Help = """
        Usage: shopify-emulator [options]

          --port NUMBER            port to listen on (default 5082)
          --shop NAME[=FILE]       shop to open, as NAME or NAME.myshopify.com, and its own catalogue; may be repeated (default demo-shop)
          --catalog FILE           what the shops sell: a .json catalogue or a product .csv exported from Shopify (default: a demo shop)
          --currency CODE          currency of a .csv catalogue (default EUR)
          --api-key TEXT           client id of your app (default emulator-api-key)
          --api-secret TEXT        client secret of your app (default shpss_emulator_secret)
          --redirect-uri URL       allowed OAuth callback; one that ends in / allows everything below it; may be repeated
                                   (default http://localhost:5000/ and http://localhost:3000/)
          --webhook URL            address that gets the usual topics without being subscribed, as from shopify.app.toml; may be repeated
          --accept-static-tokens   let non-expiring tokens work, as custom apps may use them
          --any-address            listen beyond this computer (for containers)
          --help                   this text
        """;

    public bool WantsHelp { get; private set; }

    /// <summary>The shops' domains, each with its own catalogue or null for the common one.</summary>
    public List<(string Domain, string? Catalog)> Shops { get; } = [];

    public string? Catalog { get; private set; }

    public string Currency { get; private set; } = "EUR";

    public ShopifyEmulatorOptions Options { get; } = new() { Port = 5082, AllowHttpWebhookAddresses = true, AppName = "Your app" };

    /// <summary>Reads the arguments; the message of the exception is for the person at the keyboard.</summary>
    /// <exception cref="FormatException">An argument is unknown or has no value.</exception>
    public static ToolArguments Parse(IReadOnlyList<string> arguments)
    {
        var parsed = new ToolArguments();
        List<string> redirects = [], webhooks = [];
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            switch (name)
            {
                case "--help" or "-h": parsed.WantsHelp = true; break;
                case "--port": parsed.Options.Port = Port(Value()); break;
                case "--shop": parsed.Shops.Add(Shop(Value())); break;
                case "--catalog": parsed.Catalog = Value(); break;
                case "--currency": parsed.Currency = Value().ToUpperInvariant(); break;
                case "--api-key": parsed.Options.ApiKey = Value(); break;
                case "--api-secret": parsed.Options.ApiSecret = Value(); break;
                case "--redirect-uri": redirects.Add(Address(Value())); break;
                case "--webhook": webhooks.Add(Address(Value())); break;
                case "--accept-static-tokens": parsed.Options.AcceptsNonExpiringTokens = true; break;
                case "--any-address": parsed.Options.ListenOnAnyAddress = true; break;
                default: throw new FormatException($"Unknown option {name}. Try --help.");
            }

            string Value() => ++i < arguments.Count ? arguments[i] : throw new FormatException($"{name} needs a value. Try --help.");
        }

        if (parsed.Shops.Count == 0) parsed.Shops.Add(("demo-shop.myshopify.com", null));
        parsed.Options.RedirectUris = redirects.Count > 0 ? redirects : ["http://localhost:5000/", "http://localhost:3000/"];
        parsed.Options.AppWebhooks = [.. webhooks.Select(static w => new AppWebhook(DefaultTopics, w))];
        return parsed;
    }

    private static int Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
        ? port : throw new FormatException($"{text} is no port.");

    private static (string Domain, string? Catalog) Shop(string text) =>
        text.Split('=', 2) is [var name, var file] ? (Domain(name), file) : (Domain(text), null);

    private static string Domain(string name) => name.EndsWith(".myshopify.com", StringComparison.Ordinal) ? name : $"{name}.myshopify.com";

    private static string Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        ? text : throw new FormatException($"{text} is no http address.");
}
