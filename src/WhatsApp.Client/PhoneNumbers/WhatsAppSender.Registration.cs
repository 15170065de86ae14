using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Adds a number to an account; it must then be verified and registered. Numbers cannot be deleted by a call.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">phone numbers</see>.
    /// </summary>
    /// <param name="waba">The account.</param>
    /// <param name="countryCode">The country's dialling code, without plus sign.</param>
    /// <param name="phoneNumber">The number without it.</param>
    /// <param name="verifiedName">The name customers shall see.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The new number's id.</returns>
    public Task<PhoneNumberId> AddPhoneNumberAsync(
        WabaId waba, string countryCode, string phoneNumber, string verifiedName, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(countryCode);
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber);
        ArgumentException.ThrowIfNullOrWhiteSpace(verifiedName);
        var body = GraphBody.Of(json =>
        {
            json.WriteText("cc"u8, countryCode);
            json.WriteText("phone_number"u8, phoneNumber);
            json.WriteText("verified_name"u8, verifiedName);
        });
        return ReadAsync(
            GraphCall.PostOnce("phone_number.add", $"{Segment(waba)}/phone_numbers", body),
            static answer => new PhoneNumberId(answer.Text("id") ?? throw Without("the addition of a number", "its id")),
            cancellationToken);
    }

    /// <summary>Sends a code to this number, to prove that it is the business's.</summary>
    /// <param name="method">How: by text message or by call.</param>
    /// <param name="language">The language of the text or call, such as <c>de</c> or <c>en_US</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task RequestCodeAsync(VerificationMethod method, string language, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        var body = GraphBody.Of(json =>
        {
            json.WriteString("code_method"u8, method == VerificationMethod.Voice ? "VOICE"u8 : "SMS"u8);
            json.WriteText("language"u8, language);
        });
        return DoAsync(GraphCall.PostOnce("phone_number.request_code", $"{NumberSegment}/request_code", body), cancellationToken);
    }

    /// <summary>Gives the code back. A number that is verified already (error 136024) counts as done.</summary>
    /// <param name="code">The digits that came.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task VerifyCodeAsync(string code, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        var body = GraphBody.Of(json => json.WriteText("code"u8, code));
        try
        {
            await DoAsync(GraphCall.PostOnce("phone_number.verify_code", $"{NumberSegment}/verify_code", body), cancellationToken).ConfigureAwait(false);
        }
        catch (WhatsAppApiException done) when (done.Code == 136024)
        {
            // Verified is what was asked for.
        }
    }

    /// <summary>
    /// Registers this number on the Cloud API and sets its PIN if it has none. At most ten times in 72 hours. A number on coexistence is not registered.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/registration">registration</see>.
    /// </summary>
    /// <param name="pin">The six-digit two-step PIN. Secret; a wrong one may lock the number.</param>
    /// <param name="dataLocalizationRegion">Where messages rest, such as <c>DE</c>; null for the platform's choice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The PIN has not six digits. The message does not show it.</exception>
    public Task RegisterAsync(string pin, string? dataLocalizationRegion = null, CancellationToken cancellationToken = default)
    {
        CheckPin(pin);
        var body = GraphBody.Product(json =>
        {
            json.WriteText("pin"u8, pin);
            json.WriteOptionalText("data_localization_region"u8, dataLocalizationRegion);
        });
        return DoAsync(GraphCall.PostOnce("phone_number.register", $"{NumberSegment}/register", body), cancellationToken);
    }

    /// <summary>Takes this number off the Cloud API. Not for a number on coexistence.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeregisterAsync(CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.PostOnce("phone_number.deregister", $"{NumberSegment}/deregister", "{}"u8.ToArray()), cancellationToken);

    /// <summary>Sets the two-step PIN of this number.</summary>
    /// <param name="pin">Six digits. Secret.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentException">The PIN has not six digits. The message does not show it.</exception>
    public Task SetPinAsync(string pin, CancellationToken cancellationToken = default)
    {
        CheckPin(pin);
        return ChangeNumberAsync("phone_number.set_pin", json => json.WriteText("pin"u8, pin), cancellationToken);
    }

    /// <summary>Asks for another display name. After its approval the number must be registered again within 14 days; at most ten changes in 30 days.</summary>
    /// <param name="name">The new name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetDisplayNameAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return ChangeNumberAsync("phone_number.set_display_name", json => json.WriteText("new_display_name"u8, name), cancellationToken);
    }

    /// <summary>Sends this number's webhooks to an address of its own, which must answer the handshake at once; null sends them where the account's go.</summary>
    /// <param name="callback">Where they shall go; null ends it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task SetNumberWebhookAsync(WebhookOverride? callback, CancellationToken cancellationToken = default) => ChangeNumberAsync(
        "phone_number.set_webhook",
        json =>
        {
            json.WriteStartObject("webhook_configuration"u8);
            json.WriteText("override_callback_uri"u8, callback?.CallbackUri.AbsoluteUri ?? "");
            json.WriteOptionalText("verify_token"u8, callback?.VerifyToken);
            json.WriteEndObject();
        },
        cancellationToken);

    /// <summary>
    /// Reads this number's settings: calling, identity check, storage and payload encryption, in the platform's words.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/phone-numbers">settings</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _connection.CallAsync(Account, GraphCall.Get("phone_number.get_settings", $"{NumberSegment}/settings"), RawParser, cancellationToken);

    /// <summary>Changes settings of this number; what is null stays as it is.</summary>
    /// <param name="settings">What to change.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task ChangeSettingsAsync(NumberSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return DoAsync(GraphCall.Post("phone_number.set_settings", $"{NumberSegment}/settings", GraphBody.Of(settings.Write)), cancellationToken);
    }

    private Task ChangeNumberAsync(string operation, Action<Utf8JsonWriter> write, CancellationToken cancellationToken) =>
        DoAsync(GraphCall.Post(operation, NumberSegment, GraphBody.Of(write)), cancellationToken);

    private static void CheckPin(string pin)
    {
        if (pin is not { Length: 6 } || pin.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException("A PIN has six digits.", nameof(pin));
    }
}
