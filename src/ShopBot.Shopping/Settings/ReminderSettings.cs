namespace ShopBot.Shopping.Settings;

/// <summary>Reminders of carts and checkouts. They go only to customers who agreed, and stop when they answer or buy.</summary>
public sealed record ReminderSettings
{
    /// <summary>Whether there are any. Default true.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How long after the customer's last message a cart is recalled; one entry for each reminder, rising, from 15 minutes to 30 days, at most three. Default 2 hours.</summary>
    public IReadOnlyList<TimeSpan> Cart { get; init; } = [TimeSpan.FromHours(2)];

    /// <summary>The same for a checkout that was opened and not paid. Default 1 hour and 23 hours.</summary>
    public IReadOnlyList<TimeSpan> Checkout { get; init; } = [TimeSpan.FromHours(1), TimeSpan.FromHours(23)];

    /// <summary>From when on customers are left alone, in their own time zone. Default 21:00.</summary>
    public TimeOnly QuietFrom { get; init; } = new(21, 0);

    /// <summary>Until when; the same as <see cref="QuietFrom"/> for no quiet hours. Default 09:00.</summary>
    public TimeOnly QuietTo { get; init; } = new(9, 0);
}
