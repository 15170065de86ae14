using WhatsApp.Client;

namespace ShopBot.Engine.Conversations;

/// <summary>Code around every message that a turn sends, whoever said it. Registered with <c>UseOutgoing</c>; runs in the order registered, each on what the one before gave.</summary>
public interface IOutgoingMiddleware
{
    /// <summary>Gives the message to send: the same, another, or none.</summary>
    /// <param name="message">The message.</param>
    /// <param name="turn">The turn that sends it.</param>
    /// <returns>Null to send nothing. What is returned must keep the platform's limits.</returns>
    ValueTask<OutgoingMessage?> OnOutgoingAsync(OutgoingMessage message, TurnContext turn);
}

internal sealed class OutgoingMiddleware(Func<OutgoingMessage, TurnContext, ValueTask<OutgoingMessage?>> invoke) : IOutgoingMiddleware
{
    public ValueTask<OutgoingMessage?> OnOutgoingAsync(OutgoingMessage message, TurnContext turn) => invoke(message, turn);
}
