namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Sends one message, in its turn. The platform has no idempotency key, so it is repeated only when the failure proves that it was not
    /// processed, and at most as <see cref="WhatsAppPacingOptions"/> says. A result means accepted, not delivered.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">messages</see>.
    /// </summary>
    /// <param name="to">Whom it is for.</param>
    /// <param name="message">What to send.</param>
    /// <param name="options">Correlation text, quoted message, validation; null for none.</param>
    /// <param name="cancellationToken">Stops waiting. A send already on its way may still happen.</param>
    /// <exception cref="InvalidMessageException">The message breaks a limit; nothing was sent.</exception>
    /// <exception cref="WhatsAppPacedException">It was not its turn, and it must not wait or would wait too long; nothing was sent.</exception>
    public Task<SendResult> SendAsync(
        Recipient to, OutgoingMessage message, SendOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Account, MessageEdge.Messages, to, message, options, cancellationToken);

    /// <summary>
    /// Sends one marketing template through the Marketing Messages API. It takes templates of the category marketing only, from an
    /// account that accepted its terms, and prices them as <c>marketing_lite</c>. Otherwise as <see cref="SendAsync"/>.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/marketing-messages-lite-api">Marketing Messages API</see>.
    /// </summary>
    /// <param name="to">Whom it is for.</param>
    /// <param name="template">A <see cref="TemplateMessage"/>, or one as <see cref="RawMessage"/>.</param>
    /// <param name="options">Correlation text, activity sharing, validation; null for none.</param>
    /// <param name="cancellationToken">Stops waiting. A send already on its way may still happen.</param>
    /// <exception cref="InvalidMessageException">The message breaks a limit or is no template; nothing was sent.</exception>
    /// <exception cref="WhatsAppPacedException">It was not its turn, and it must not wait or would wait too long; nothing was sent.</exception>
    public Task<SendResult> SendMarketingAsync(
        Recipient to, OutgoingMessage template, SendOptions? options = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Account, MessageEdge.Marketing, to, template, options, cancellationToken);

    /// <summary>
    /// Sends a message whose content the caller encrypted, for numbers with payload encryption switched on (<see cref="NumberSettings.PayloadEncryption"/>). Whom it is
    /// for is inside, so that it is neither checked nor paced, and never repeated.
    /// </summary>
    /// <param name="encryptedContents">The message as a compact JWE: five parts of Base64Url between dots.</param>
    /// <param name="cancellationToken">Stops waiting. A send already on its way may still happen.</param>
    /// <exception cref="ArgumentException">It is no compact JWE.</exception>
    public Task<SendResult> SendEncryptedAsync(string encryptedContents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(encryptedContents);
        if (encryptedContents.Count(static c => c == '.') != 4 || encryptedContents.Any(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
            throw new ArgumentException("A compact JWE has five parts of Base64Url between dots.", nameof(encryptedContents));
        var body = GraphBody.Product(json => json.WriteText("encrypted_contents"u8, encryptedContents));
        return _connection.CallAsync(Account, GraphCall.Send("messages.send_encrypted", $"{NumberSegment}/messages_encrypted", body), SendAnswer.Parser, cancellationToken);
    }

    /// <summary>
    /// Marks a message of the customer, and all before it, as read (blue ticks), and may show that an answer is being typed,
    /// for up to 25 seconds or until one is sent.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/mark-message-as-read">mark as read</see>.
    /// </summary>
    /// <param name="messageId">A message received within the last 30 days.</param>
    /// <param name="showTyping">Shows the typing indicator too. Use it only if an answer follows.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task MarkReadAsync(MessageId messageId, bool showTyping = false, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(messageId.Value))
            throw new ArgumentException("A message id is needed.", nameof(messageId));
        var call = GraphCall.Send(
            "messages.mark_read", $"{GraphCall.Segment(Account.PhoneNumberId.Value)}/messages", SendBody.WriteRead(messageId, showTyping));
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        GraphAnswer.RequireSuccess(answer.RootElement);
    }
}
