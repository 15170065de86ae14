using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WhatsApp.Emulator.Tool;

/// <summary>Reads the command line: <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class ToolArguments
{
    public const string Help = """
        whatsapp-emulator: a WhatsApp Business Cloud API on your own machine.

          --webhook URL         where your bot listens, for example http://127.0.0.1:3000/webhook (default: none yet)
          --verify-token TEXT   what your bot expects in the handshake (default: verify)
          --app-secret TEXT     signs webhooks (default: secret)
          --token TEXT          the access token your bot sends with (default: token)
          --number-id ID        the phone number id (default: 800200)
          --waba-id ID          the account id (default: 700100)
          --app-id ID           the app id (default: 111)
          --name TEXT           the name of the business (default: Emulated shop)
          --port N              the port (default: 5080; 0 for any free one)
          --any-address         listen on every network address, as a container must (default: loopback only)
          --batch-ms N          gather webhook events this long before posting them together (default: 0)
          --unlimited           no limit on messages per second, overall and per person
          --unknown-templates   accept templates that were never submitted
          --help

        """;

    private static readonly string[] Flags = ["any-address", "unlimited", "unknown-templates"];
    private static readonly string[] Values = ["webhook", "verify-token", "app-secret", "token", "number-id", "waba-id", "app-id", "name", "port", "batch-ms"];

    public static bool AsksForHelp(string[] arguments) => arguments.Any(argument => argument is "--help" or "-h" or "-?");

    public static bool TryRead(string[] arguments, [NotNullWhen(true)] out ToolSettings? settings, [NotNullWhen(false)] out string? problem)
    {
        settings = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], null);
            name = name.StartsWith("--", StringComparison.Ordinal) ? name[2..] : "";
            if (Flags.Contains(name) && value is null)
            {
                values[name] = "";
                continue;
            }

            if (!Values.Contains(name))
            {
                problem = $"{arguments[i]} is not an option.";
                return false;
            }

            if (value is null && ++i >= arguments.Length)
            {
                problem = $"--{name} needs a value.";
                return false;
            }

            values[name] = value ?? arguments[i];
        }

        return TryRead(values, out settings, out problem);
    }

    private static bool TryRead(Dictionary<string, string> values, [NotNullWhen(true)] out ToolSettings? settings, [NotNullWhen(false)] out string? problem)
    {
        settings = null;
        Uri? webhook = null;
        if (values.TryGetValue("webhook", out var address) && !(Uri.TryCreate(address, UriKind.Absolute, out webhook) && webhook.Scheme is "http" or "https"))
        {
            problem = "--webhook needs an address with http or https.";
            return false;
        }

        if (!TryWhole(values, "port", 5080, 65_535, out var port) || !TryWhole(values, "batch-ms", 0, 60_000, out var batch))
        {
            problem = "--port and --batch-ms need a whole number in range.";
            return false;
        }

        problem = null;
        settings = new ToolSettings
        {
            Webhook = webhook,
            VerifyToken = values.GetValueOrDefault("verify-token", "verify"),
            AppSecret = values.GetValueOrDefault("app-secret", "secret"),
            AccessToken = values.GetValueOrDefault("token", "token"),
            PhoneNumberId = values.GetValueOrDefault("number-id", "800200"),
            WabaId = values.GetValueOrDefault("waba-id", "700100"),
            AppId = values.GetValueOrDefault("app-id", "111"),
            Name = values.GetValueOrDefault("name", "Emulated shop"),
            Port = port,
            Batch = TimeSpan.FromMilliseconds(batch),
            ListensAnywhere = values.ContainsKey("any-address"),
            IsUnlimited = values.ContainsKey("unlimited"),
            AcceptsUnknownTemplates = values.ContainsKey("unknown-templates"),
        };
        return true;
    }

    private static bool TryWhole(Dictionary<string, string> values, string name, int otherwise, int most, out int number)
    {
        number = otherwise;
        return !values.TryGetValue(name, out var text) || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most);
    }
}
