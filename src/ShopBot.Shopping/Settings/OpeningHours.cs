namespace ShopBot.Shopping.Settings;

/// <summary>Hours of one day of the week.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When they begin.</param>
/// <param name="To">When they end; earlier than <paramref name="From"/> means on the next day.</param>
public sealed record OpeningHours(DayOfWeek Day, TimeOnly From, TimeOnly To);
