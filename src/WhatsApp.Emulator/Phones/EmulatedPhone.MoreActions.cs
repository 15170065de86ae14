using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>The rarer things a person does.</content>
public sealed partial class EmulatedPhone
{
    /// <summary>Writes a text as a reply to a message of the chat.</summary>
    public Task<ChatMessage> RepliesAsync(EmulatedNumber to, ChatMessage quoted, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(quoted);
        ArgumentException.ThrowIfNullOrEmpty(text);
        return ActAsync(to, "text", TextBody(text), message => message with { Text = text }, new InboundExtras { QuotedId = quoted.Id }, cancellationToken);
    }

    /// <summary>Writes a text that reaches the business late: its timestamp lies in the past, as after an outage.</summary>
    /// <param name="to">The business.</param>
    /// <param name="text">What was written.</param>
    /// <param name="age">How long ago, zero or more.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> SaidAsync(EmulatedNumber to, string text, TimeSpan age, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(age, TimeSpan.Zero);
        return ActAsync(to, "text", TextBody(text), message => message with { Text = text }, new InboundExtras { At = _cloud.Time.GetUtcNow() - age }, cancellationToken);
    }

    /// <summary>
    /// Writes after a click on an ad or post: the message carries a <c>referral</c>, and the first answer of the business opens seven free days.
    /// </summary>
    /// <param name="to">The business.</param>
    /// <param name="text">What is written.</param>
    /// <param name="referralJson">The <c>referral</c> as JSON; null means a plain ad.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> ComesByAdAsync(EmulatedNumber to, string text, string? referralJson = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var referral = referralJson is null
            ? new JsonObject
            {
                ["source_url"] = "https://fb.me/emulated", ["source_id"] = "120000", ["source_type"] = "ad", ["headline"] = "Visit us",
                ["media_type"] = "image", ["image_url"] = "https://ads.example/1.jpg", ["ctwa_clid"] = MessageIds.NewOpaque(24),
            }
            : (JsonObject)JsonNode.Parse(referralJson)!;
        return ActAsync(to, "text", TextBody(text), message => message with { Text = text }, new InboundExtras { Referral = referral }, cancellationToken);
    }

    /// <summary>Sends a place.</summary>
    /// <param name="to">The business.</param>
    /// <param name="latitude">Degrees, -90 to 90.</param>
    /// <param name="longitude">Degrees, -180 to 180.</param>
    /// <param name="name">The name of the place, or null.</param>
    /// <param name="address">Its address, or null.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> SendsLocationAsync(EmulatedNumber to, double latitude, double longitude, string? name = null, string? address = null, CancellationToken cancellationToken = default)
    {
        var payload = new JsonObject { ["latitude"] = latitude, ["longitude"] = longitude };
        if (name is not null)
            payload["name"] = name;
        if (address is not null)
            payload["address"] = address;
        var lines = new[] { name, address, string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}") };
        return ActAsync(to, "location", payload, message => message with { Text = string.Join('\n', lines.OfType<string>()) }, new InboundExtras(), cancellationToken);
    }

    /// <summary>Sends the cart of products of the business's catalog.</summary>
    /// <param name="to">The business.</param>
    /// <param name="items">What is ordered, at least one.</param>
    /// <param name="text">A note, or null.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> OrdersAsync(EmulatedNumber to, IReadOnlyList<OrderedItem> items, string? text = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfZero(items.Count, nameof(items));
        var payload = new JsonObject
        {
            ["catalog_id"] = to.Waba.CatalogId,
            ["text"] = text ?? "",
            ["product_items"] = new JsonArray([.. items.Select(item => new JsonObject
            {
                ["product_retailer_id"] = item.ProductRetailerId, ["quantity"] = item.Quantity, ["item_price"] = item.ItemPrice, ["currency"] = item.Currency,
            })]),
        };
        return ActAsync(to, "order", payload, message => message with { Text = $"Cart: {items.Sum(item => item.Quantity)} items" }, new InboundExtras(), cancellationToken);
    }

    /// <summary>Submits the form that a flow message opened.</summary>
    /// <param name="to">The business.</param>
    /// <param name="message">The message that carries the flow.</param>
    /// <param name="responseJson">The answers as a JSON object; it goes out as text, as the platform does.</param>
    /// <param name="name">The kind of form, <c>flow</c> or <c>address_message</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> SubmitsAsync(EmulatedNumber to, ChatMessage message, string responseJson, string name = "flow", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var reply = new JsonObject { ["name"] = name, ["body"] = "Sent", ["response_json"] = responseJson };
        return ActAsync(to, "interactive", new JsonObject { ["type"] = "nfm_reply", ["nfm_reply"] = reply },
            sent => sent with { Text = "Sent" }, new InboundExtras { QuotedId = message.Id }, cancellationToken);
    }

    /// <summary>
    /// Answers a request for contact info: the phone number goes to the business as a contact card, and stays visible to its portfolio.
    /// </summary>
    /// <exception cref="InvalidOperationException">The person has no phone number.</exception>
    public Task<ChatMessage> SharesContactInfoAsync(EmulatedNumber to, ChatMessage? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var waId = WaId ?? throw new InvalidOperationException("The person has no phone number to share.");
        to.ContactBook.Add(this);
        var card = new JsonObject
        {
            ["name"] = new JsonObject { ["formatted_name"] = Name, ["first_name"] = Name },
            ["phones"] = new JsonArray(new JsonObject { ["phone"] = "+" + waId, ["wa_id"] = waId, ["type"] = "CELL" }),
            ["origin"] = "contact_request",
        };
        return ActAsync(to, "contacts", new JsonArray(card), message => message with { Text = $"{Name}\n+{waId}" }, new InboundExtras { QuotedId = request?.Id }, cancellationToken);
    }

    /// <summary>Sends something that the platform does not hand on, for example a poll: the business sees error 131051.</summary>
    /// <param name="to">The business.</param>
    /// <param name="subType">What it was, for example <c>poll_creation</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> SendsUnsupportedAsync(EmulatedNumber to, string subType = "poll_creation", CancellationToken cancellationToken = default)
    {
        var error = new GraphError(131051, 400, "", "Message type is currently not supported.").ToWebhook();
        return ActAsync(to, "unsupported", new JsonObject { ["type"] = subType }, message => message with { Text = $"({subType})" }, new InboundExtras { Errors = new JsonArray(error) }, cancellationToken);
    }

    /// <summary>Changes a text sent before, on numbers that are used in the Business app too.</summary>
    public Task<ChatMessage> EditsAsync(EmulatedNumber to, ChatMessage message, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var payload = new JsonObject
        {
            ["original_message_id"] = message.Id,
            ["message"] = new JsonObject { ["type"] = "text", ["text"] = TextBody(text), ["context"] = new JsonObject { ["id"] = "M" } },
        };
        return ActAsync(to, "edit", payload, edit => edit with { Text = text, QuotedId = message.Id }, new InboundExtras { IsHidden = true }, cancellationToken);
    }

    /// <summary>Takes a message back, on numbers that are used in the Business app too.</summary>
    public Task<ChatMessage> RevokesAsync(EmulatedNumber to, ChatMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ActAsync(to, "revoke", new JsonObject { ["original_message_id"] = message.Id }, revoke => revoke with { QuotedId = message.Id }, new InboundExtras { IsHidden = true }, cancellationToken);
    }

    /// <summary>
    /// Stops or resumes marketing messages of a business; it hears of it by <c>user_preferences</c>, and its marketing templates fail with 131050 while stopped.
    /// </summary>
    public Task PrefersAsync(EmulatedNumber to, bool wantsMarketing, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        to.Preferences.Set(this, wantsMarketing);
        return RaisePreferenceAsync(to, wantsMarketing ? "resume" : "stop", null, cancellationToken);
    }

    internal Task RaisePreferenceAsync(EmulatedNumber to, string value, string? signupId, CancellationToken cancellationToken)
    {
        var waId = VisibleWaId(to);
        var preference = new JsonObject();
        if (waId is not null)
            preference["wa_id"] = waId;
        if (UserIdFor(to) is { } userId)
            preference["user_id"] = userId;
        preference["detail"] = $"User requested to {value} marketing messages";
        preference["category"] = "marketing_messages";
        preference["value"] = value;
        preference["timestamp"] = _cloud.Time.GetUtcNow().ToUnixTimeSeconds();
        if (signupId is not null)
            preference["signup_id"] = signupId;
        return _cloud.Sender.RaiseAsync(
            new JsonEvent(to.Waba, to, "user_preferences", preference) { List = "user_preferences", Contact = ContactCard.Of(this, to, waId, withUsername: true) }, cancellationToken);
    }

    private static JsonObject TextBody(string text) => new() { ["body"] = text };
}
