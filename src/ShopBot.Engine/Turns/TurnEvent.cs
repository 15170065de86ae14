using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Turns;

/// <summary>Why a turn runs.</summary>
public abstract record TurnEvent
{
    private protected TurnEvent()
    {
    }

    /// <inheritdoc />
    public sealed override string ToString() => GetType().Name;
}

/// <summary>The person wrote or tapped something.</summary>
/// <param name="Message">The message as the platform sent it.</param>
public sealed record MessageTurn(MessageReceived Message) : TurnEvent;

/// <summary>A timer of this conversation is due.</summary>
/// <param name="Name">The timer's name.</param>
/// <param name="Payload">What was given when it was set; JSON, or empty.</param>
public sealed record TimerTurn(string Name, ReadOnlyMemory<byte> Payload) : TurnEvent;

/// <summary>Something happened elsewhere that concerns this person, such as an order that was paid.</summary>
/// <param name="Kind">What happened, such as <c>order.paid</c>.</param>
/// <param name="Payload">Its content; JSON.</param>
public sealed record ExternalTurn(string Kind, ReadOnlyMemory<byte> Payload) : TurnEvent;
