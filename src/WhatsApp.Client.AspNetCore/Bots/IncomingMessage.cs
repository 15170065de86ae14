using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore;

/// <summary>A customer's message, and the number to answer it from.</summary>
public sealed class IncomingMessage
{
    internal IncomingMessage(MessageReceived message, WhatsAppSender sender) => (Message, Sender) = (message, sender);

    /// <summary>What the customer sent.</summary>
    public MessageReceived Message { get; }

    /// <summary>The bot's own number.</summary>
    public WhatsAppSender Sender { get; }

    /// <summary>Answers in the same conversation.</summary>
    /// <param name="reply">What to send.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The message names nobody to answer, as system messages may.</exception>
    public Task<SendResult> ReplyAsync(OutgoingMessage reply, CancellationToken cancellationToken = default)
    {
        var to = Recipient.ReplyTo(Message) ?? throw new InvalidOperationException("The message has no sender to answer.");
        return Sender.SendAsync(to, reply, cancellationToken: cancellationToken);
    }
}
