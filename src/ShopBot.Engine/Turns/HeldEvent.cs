namespace ShopBot.Engine.Turns;

/// <summary>A timer or event that came while a person of the store was in charge; it gets its turn when the flow is.</summary>
/// <param name="IsTimer">A timer, else an event from outside.</param>
/// <param name="Name">The timer's name or the event's kind.</param>
/// <param name="Payload">JSON, or empty.</param>
public sealed record HeldEvent(bool IsTimer, string Name, ReadOnlyMemory<byte> Payload)
{
    /// <inheritdoc />
    public override string ToString() => $"HeldEvent {{ Name = {Name} }}";

    internal TurnEvent ToEvent() => IsTimer ? new TimerTurn(Name, Payload) : new ExternalTurn(Name, Payload);
}
