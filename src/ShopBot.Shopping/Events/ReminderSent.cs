namespace ShopBot.Shopping.Events;

/// <summary>A customer was reminded.</summary>
/// <param name="About"><c>cart</c>, <c>checkout</c> or <c>stock</c>.</param>
/// <param name="Number">Which of its reminders, from 1.</param>
public sealed record ReminderSent(string About, int Number)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "reminder.sent";
}
