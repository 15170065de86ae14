using ShopBot.Shopping.Catalog;

namespace ShopBot.Shopping.Reminders;

/// <summary>A checkout that was opened and not paid yet.</summary>
/// <param name="At">When it was opened.</param>
/// <param name="Total">What was to be paid.</param>
/// <param name="Reminders">How many reminders of it were sent.</param>
public sealed record OpenCheckout(DateTimeOffset At, Money Total, int Reminders);
