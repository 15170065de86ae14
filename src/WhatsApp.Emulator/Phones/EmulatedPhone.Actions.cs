using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <content>What a person does. Each returns when the first webhook attempt for it has ended; a failed one is retried behind it.</content>
public sealed partial class EmulatedPhone
{
    /// <summary>Writes a text.</summary>
    /// <param name="to">The business.</param>
    /// <param name="text">What is written, 1 to 65,536 characters.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    /// <returns>The message as it stands in the chat.</returns>
    public Task<ChatMessage> SaysAsync(EmulatedNumber to, string text, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return SayAsync(to, text, quotedId: null, cancellationToken);
    }

    /// <summary>Taps a reply button or picks a list row of the newest message that has one with this title.</summary>
    /// <exception cref="InvalidOperationException">No message of the business offers it.</exception>
    public Task<ChatMessage> TapsAsync(EmulatedNumber number, string buttonOrRowTitle, CancellationToken cancellationToken = default)
    {
        foreach (var message in Chat(number).Reverse().Where(message => message.IsFromBusiness))
        {
            if (message.Buttons.FirstOrDefault(button => button.Title == buttonOrRowTitle) is { } button)
                return TapAsync(number, message.Id, button.Id, cancellationToken);
            if (message.Sections.SelectMany(section => section.Rows).FirstOrDefault(row => row.Title == buttonOrRowTitle) is { } row)
                return TapAsync(number, message.Id, row.Id, cancellationToken);
        }

        throw new InvalidOperationException($"No message in the chat with number {number.PhoneNumberId} has such a button or row.");
    }

    /// <summary>Sends a picture, video, sound or document.</summary>
    /// <param name="to">The business.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="mimeType">Its type, for example <c>image/jpeg</c>.</param>
    /// <param name="caption">A caption, or null.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task<ChatMessage> SendsMediaAsync(EmulatedNumber to, ReadOnlyMemory<byte> content, string mimeType, string? caption = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(to);
        var item = _cloud.Media.AddReceived(to, content.ToArray(), mimeType);
        var media = new JsonObject
        {
            ["id"] = item.Id,
            ["mime_type"] = mimeType,
            ["sha256"] = Convert.ToBase64String(item.Hash),
            ["url"] = _cloud.Media.Link(item, _cloud.BaseUrl),
        };
        if (caption is not null)
            media["caption"] = caption;
        return SendAsync(to, item.Kind, media, message => message with { Text = caption, MediaUrl = item.PagePath, MediaKind = item.Kind }, null, cancellationToken);
    }

    /// <summary>Reacts to a message of the business with an emoji; an empty one takes the reaction back. Does not open the 24-hour window.</summary>
    public Task<ChatMessage> ReactsAsync(EmulatedNumber to, ChatMessage message, string emoji, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ChatWith(to).React(message.Id, emoji);
        var payload = new JsonObject { ["message_id"] = message.Id, ["emoji"] = emoji };
        return SendAsync(to, "reaction", payload, reaction => reaction with { Text = emoji, QuotedId = message.Id }, null, cancellationToken);
    }

    /// <summary>Sends a message of any type, known to the platform or not.</summary>
    /// <param name="to">The business.</param>
    /// <param name="type">The value of <c>type</c>.</param>
    /// <param name="payloadJson">The JSON of the property named like the type.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    /// <exception cref="JsonException">The payload is not JSON.</exception>
    public Task<ChatMessage> SendsRawAsync(EmulatedNumber to, string type, string payloadJson, CancellationToken cancellationToken = default) =>
        SendAsync(to, type, JsonNode.Parse(payloadJson), message => message with { Text = $"({type})" }, null, cancellationToken);

    /// <summary>Reads what has been delivered in the chat; a <c>read</c> status goes out for each message. Ones still on their way stay unread.</summary>
    public Task ReadAsync(EmulatedNumber number)
    {
        _cloud.StatusRuns.Read(ChatWith(number).TakeUnread());
        return Task.CompletedTask;
    }

    internal Task<ChatMessage> TapAsync(EmulatedNumber number, string messageId, string choiceId, CancellationToken cancellationToken)
    {
        var message = ChatWith(number).Find(messageId);
        if (message?.Buttons.FirstOrDefault(button => button.Id == choiceId) is { } button)
        {
            if (message.Type == "template")
                return SendAsync(number, "button", new JsonObject { ["text"] = button.Title, ["payload"] = button.Id }, sent => sent with { Text = button.Title, ChoiceId = button.Id }, messageId, cancellationToken);
            var reply = new JsonObject { ["type"] = "button_reply", ["button_reply"] = new JsonObject { ["id"] = button.Id, ["title"] = button.Title } };
            return SendAsync(number, "interactive", reply, sent => sent with { Text = button.Title, ChoiceId = button.Id }, messageId, cancellationToken);
        }

        if (message?.Sections.SelectMany(section => section.Rows).FirstOrDefault(row => row.Id == choiceId) is not { } row)
            throw new InvalidOperationException("The message has no such button or row.");

        var choice = new JsonObject { ["id"] = row.Id, ["title"] = row.Title };
        if (row.Description is not null)
            choice["description"] = row.Description;
        var text = row.Description is null ? row.Title : $"{row.Title}\n{row.Description}";
        return SendAsync(number, "interactive", new JsonObject { ["type"] = "list_reply", ["list_reply"] = choice },
            sent => sent with { Text = text, ChoiceId = row.Id }, messageId, cancellationToken);
    }

    private async Task<ChatMessage> SendAsync(
        EmulatedNumber to, string type, JsonNode? payload, Func<ChatMessage, ChatMessage> shown, string? quotedId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        return await ActAsync(to, type, payload, shown, new InboundExtras { QuotedId = quotedId }, cancellationToken).ConfigureAwait(false);
    }
}
