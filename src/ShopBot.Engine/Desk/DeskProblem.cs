using ShopBot.Engine.Customers;

namespace ShopBot.Engine.Desk;

/// <summary>A dead letter: something that came in and could not be handled. Personal data.</summary>
/// <param name="Customer">Whose conversation.</param>
/// <param name="Seq">Its place in the conversation; names it for <see cref="StoreDesk.ReplayAsync"/>.</param>
/// <param name="At">When it was given up.</param>
/// <param name="Cause">The kind of fault.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Message">What came in.</param>
public sealed record DeskDeadLetter(CustomerId Customer, long Seq, DateTimeOffset At, string Cause, int Attempts, DeskMessage Message)
{
    /// <inheritdoc />
    public override string ToString() => $"DeskDeadLetter {{ Customer = {Customer}, Seq = {Seq} }}";
}

/// <summary>A message that was refused for good, or whose outcome stayed uncertain. Personal data.</summary>
/// <param name="Customer">Whose conversation.</param>
/// <param name="Message">What was to go out.</param>
public sealed record DeskFailedSend(CustomerId Customer, DeskMessage Message)
{
    /// <inheritdoc />
    public override string ToString() => $"DeskFailedSend {{ Customer = {Customer} }}";
}
