using ShopBot.Shopping.Localization;

namespace ShopBot.Shopping.Settings;

/// <summary>The rules of <see cref="ShopSettings"/>.</summary>
internal static class ShopSettingsCheck
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Latest = TimeSpan.FromDays(30);

    public static List<string> Of(ShopSettings settings)
    {
        List<string> faults = [];
        Need(settings.Language is null || ShopLanguages.Nearest(settings.Language) is not null, nameof(ShopSettings.Language));
        Need(settings.Languages.All(language => ShopLanguages.Nearest(language) is not null), nameof(ShopSettings.Languages));
        Need(TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _), nameof(ShopSettings.TimeZone));
        Need(settings.Hours.All(hours => Enum.IsDefined(hours.Day) && hours.From != hours.To), nameof(ShopSettings.Hours));
        Need(settings.Synonyms.All(group => group.Count >= 2 && group.All(word => !string.IsNullOrWhiteSpace(word))), nameof(ShopSettings.Synonyms));
        Need(Within(settings.SessionEndsAfter, TimeSpan.FromMinutes(5), TimeSpan.FromHours(24)), nameof(ShopSettings.SessionEndsAfter));
        Need(Within(settings.HandOffEndsAfter, TimeSpan.FromMinutes(1), Latest), nameof(ShopSettings.HandOffEndsAfter));
        Need(Rises(settings.Reminders.Cart), $"{nameof(ShopSettings.Reminders)}.{nameof(ReminderSettings.Cart)}");
        Need(Rises(settings.Reminders.Checkout), $"{nameof(ShopSettings.Reminders)}.{nameof(ReminderSettings.Checkout)}");
        Need(Within(settings.CashOnDelivery.AnswerWithin, Soonest, TimeSpan.FromDays(7)), $"{nameof(ShopSettings.CashOnDelivery)}.{nameof(CashOnDeliverySettings.AnswerWithin)}");
        Need(settings.Templates.All(template => !string.IsNullOrWhiteSpace(template.Name) && !string.IsNullOrWhiteSpace(template.Language)), nameof(ShopSettings.Templates));
        return faults;

        void Need(bool holds, string member)
        {
            if (!holds)
                faults.Add(member);
        }
    }

    private static bool Within(TimeSpan time, TimeSpan least, TimeSpan most) => time >= least && time <= most;

    private static bool Rises(IReadOnlyList<TimeSpan> times) =>
        times.Count <= 3 && times.All(time => Within(time, Soonest, Latest)) && times.Zip(times.Skip(1)).All(pair => pair.First < pair.Second);
}
