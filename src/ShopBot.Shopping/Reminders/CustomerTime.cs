using ShopBot.Shopping.Settings;

namespace ShopBot.Shopping.Reminders;

/// <summary>What time it is for a customer.</summary>
internal static class CustomerTime
{
    /// <summary>Calling codes of countries that have one time for nearly all of their people.</summary>
    private static readonly (string Code, string Zone)[] Zones =
    [
        ("20", "Africa/Cairo"), ("27", "Africa/Johannesburg"), ("30", "Europe/Athens"), ("31", "Europe/Amsterdam"), ("32", "Europe/Brussels"), ("33", "Europe/Paris"), ("34", "Europe/Madrid"),
        ("36", "Europe/Budapest"), ("39", "Europe/Rome"), ("40", "Europe/Bucharest"), ("41", "Europe/Zurich"), ("43", "Europe/Vienna"), ("44", "Europe/London"), ("45", "Europe/Copenhagen"),
        ("46", "Europe/Stockholm"), ("47", "Europe/Oslo"), ("48", "Europe/Warsaw"), ("49", "Europe/Berlin"), ("51", "America/Lima"), ("54", "America/Argentina/Buenos_Aires"), ("57", "America/Bogota"),
        ("58", "America/Caracas"), ("60", "Asia/Kuala_Lumpur"), ("63", "Asia/Manila"), ("65", "Asia/Singapore"), ("66", "Asia/Bangkok"), ("81", "Asia/Tokyo"), ("82", "Asia/Seoul"),
        ("84", "Asia/Ho_Chi_Minh"), ("90", "Europe/Istanbul"), ("91", "Asia/Kolkata"), ("92", "Asia/Karachi"), ("94", "Asia/Colombo"), ("212", "Africa/Casablanca"), ("213", "Africa/Algiers"),
        ("216", "Africa/Tunis"), ("234", "Africa/Lagos"), ("254", "Africa/Nairobi"), ("351", "Europe/Lisbon"), ("353", "Europe/Dublin"), ("358", "Europe/Helsinki"), ("420", "Europe/Prague"),
        ("502", "America/Guatemala"), ("503", "America/El_Salvador"), ("506", "America/Costa_Rica"), ("507", "America/Panama"), ("591", "America/La_Paz"), ("593", "America/Guayaquil"),
        ("595", "America/Asuncion"), ("598", "America/Montevideo"), ("852", "Asia/Hong_Kong"), ("880", "Asia/Dhaka"), ("886", "Asia/Taipei"), ("961", "Asia/Beirut"), ("962", "Asia/Amman"),
        ("965", "Asia/Kuwait"), ("966", "Asia/Riyadh"), ("968", "Asia/Muscat"), ("971", "Asia/Dubai"), ("972", "Asia/Jerusalem"), ("973", "Asia/Bahrain"), ("974", "Asia/Qatar"), ("977", "Asia/Kathmandu"),
    ];

    /// <summary>The zone of a number; null where a country has several, or the number is not told.</summary>
    public static string? ZoneOf(string? phone)
    {
        if (phone is null)
            return null;
        foreach (var (code, zone) in Zones)
        {
            if (phone.StartsWith(code, StringComparison.Ordinal))
                return zone;
        }

        return null;
    }

    public static DateTimeOffset Local(DateTimeOffset now, string? zone, ShopSettings settings) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone ?? settings.TimeZone, out var found) ? TimeZoneInfo.ConvertTime(now, found) : now;

    /// <summary>How long the customer is to be left alone; null when it is no quiet hour.</summary>
    public static TimeSpan? QuietFor(DateTimeOffset now, string? zone, ShopSettings settings)
    {
        var (from, to) = (settings.Reminders.QuietFrom, settings.Reminders.QuietTo);
        if (from == to)
            return null;
        var time = TimeOnly.FromDateTime(Local(now, zone, settings).DateTime);
        // A difference of times of day goes round the clock.
        return time.IsBetween(from, to) ? to - time : null;
    }

    /// <summary>Whether people of the store answer now; true when it said no hours.</summary>
    public static bool IsOpen(DateTimeOffset now, ShopSettings settings)
    {
        if (settings.Hours.Count == 0)
            return true;
        var local = Local(now, null, settings).DateTime;
        var (day, time) = (local.DayOfWeek, TimeOnly.FromDateTime(local));
        var yesterday = local.AddDays(-1).DayOfWeek;
        return settings.Hours.Any(hours => hours.From < hours.To
            ? hours.Day == day && time >= hours.From && time < hours.To
            : (hours.Day == day && time >= hours.From) || (hours.Day == yesterday && time < hours.To));
    }
}
