using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// How Embedded Signup ended in the browser: the message of the window that Meta's page posts. Its ids are hints until the token proves them.
/// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/implementation">Embedded Signup</see>.
/// </summary>
public sealed record EmbeddedSignup
{
    /// <summary><c>FINISH</c>, <c>FINISH_ONLY_WABA</c>, <c>FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING</c>, <c>CANCEL</c> or <c>ERROR</c>; an open set.</summary>
    public required string Event { get; init; }

    /// <summary>The account, as the browser says; null when absent.</summary>
    public WabaId? Waba { get; init; }

    /// <summary>The number, as the browser says; null when absent.</summary>
    public PhoneNumberId? Number { get; init; }

    /// <summary>The business portfolio, as the browser says; null when absent.</summary>
    public string? BusinessId { get; init; }

    /// <summary>Where somebody gave up, such as <c>PHONE_NUMBER_SETUP</c>; null when absent.</summary>
    public string? CurrentStep { get; init; }

    /// <summary>What went wrong there, for people; null when absent.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Whether it came to an end, so that there is a code.</summary>
    public bool IsFinished => Event.StartsWith("FINISH", StringComparison.Ordinal);

    /// <summary>Whether the number stays in the WhatsApp Business app as well.</summary>
    public bool IsCoexistence => Event == "FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING";

    /// <summary>Reads the message that the page received.</summary>
    /// <param name="origin">The <c>origin</c> of the message event. Only https and <c>facebook.com</c> or a host below it may speak for Embedded Signup.</param>
    /// <param name="json">Its data, UTF-8 JSON.</param>
    /// <returns>Null when it comes from elsewhere or is another message.</returns>
    public static EmbeddedSignup? Read(string origin, ReadOnlySpan<byte> json)
    {
        if (!IsFacebook(origin))
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            var message = document.RootElement;
            if (message.Text("type") != "WA_EMBEDDED_SIGNUP" || message.Text("event") is not { Length: > 0 } happened)
                return null;
            var data = message.Member("data");
            return new EmbeddedSignup
            {
                Event = happened,
                Waba = data.Text("waba_id") is { Length: > 0 } waba ? new WabaId(waba) : null,
                Number = data.Text("phone_number_id") is { Length: > 0 } number ? new PhoneNumberId(number) : null,
                BusinessId = data.Text("business_id"),
                CurrentStep = data.Text("current_step"),
                ErrorMessage = data.Text("error_message"),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsFacebook(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
        && (uri.IdnHost == "facebook.com" || uri.IdnHost.EndsWith(".facebook.com", StringComparison.Ordinal));
}
