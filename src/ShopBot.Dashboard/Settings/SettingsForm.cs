using System.Globalization;
using Microsoft.AspNetCore.Http;
using ShopBot.Shopping.Settings;

namespace ShopBot.Dashboard;

/// <summary>The owner's settings as a form: one line per day, group of synonyms or template, so that they can be read and copied as text.</summary>
internal sealed class SettingsForm
{
    public const int MaxWelcome = 1024;

    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private readonly Dictionary<string, string> _faults = [];

    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>Reads the form over what was stored; members the form does not show stay.</summary>
    public ShopSettings Read(IFormCollection form, ShopSettings stored)
    {
        if (form["welcome"].ToString().Length > MaxWelcome)
            _faults["welcome"] = $"WhatsApp takes {MaxWelcome:N0} characters.";
        var settings = stored with
        {
            Language = form["language"].ToString() is { Length: > 0 } language ? language : null,
            Languages = [.. form["languages"].OfType<string>()],
            TimeZone = form["time_zone"].ToString().Trim() is { Length: > 0 } zone ? zone : "UTC",
            Hours = [.. Week.Select(day => ReadHours(form, day)).OfType<OpeningHours>()],
            Synonyms = [.. Lines(form["synonyms"]).Select(line => (IReadOnlyList<string>)[.. line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])],
            HandOffEndsAfter = Hours(form, "hand_back", stored.HandOffEndsAfter),
            Recommend = form["recommend"] == "on",
            Reminders = stored.Reminders with
            {
                Enabled = form["reminders"] == "on",
                Cart = Times(form, "cart_reminders"),
                Checkout = Times(form, "checkout_reminders"),
                QuietFrom = Clock(form, "quiet_from", stored.Reminders.QuietFrom),
                QuietTo = Clock(form, "quiet_to", stored.Reminders.QuietTo),
            },
            Templates = [.. Lines(form["templates"]).Select(ReadTemplate).OfType<ShopTemplate>()],
        };
        foreach (var member in settings.Validate())
            _faults.TryAdd(FieldOf(member), WordsOf(member));
        return settings;
    }

    public static string Text(IReadOnlyList<IReadOnlyList<string>> synonyms) => string.Join('\n', synonyms.Select(group => string.Join(", ", group)));

    public static string Text(IReadOnlyList<TimeSpan> times) => string.Join(", ", times.Select(time => time.TotalHours.ToString("0.##", CultureInfo.InvariantCulture)));

    public static string Text(IReadOnlyList<ShopTemplate> templates) => string.Join('\n', templates.Select(template => $"{template.Purpose}: {template.Name}, {template.Language}"));

    private OpeningHours? ReadHours(IFormCollection form, DayOfWeek day)
    {
        var (from, to) = (form[$"from_{day}"].ToString(), form[$"to_{day}"].ToString());
        if (from.Length == 0 && to.Length == 0)
            return null;
        if (TryClock(from, out var opens) && TryClock(to, out var closes))
            return new OpeningHours(day, opens, closes);
        _faults["hours"] = $"{day}: give both times, such as 09:00 and 18:00, or none.";
        return null;
    }

    private ShopTemplate? ReadTemplate(string line)
    {
        var parts = line.Split([':', ','], StringSplitOptions.TrimEntries);
        if (parts.Length == 3 && Enum.TryParse<TemplatePurpose>(parts[0], ignoreCase: true, out var purpose) && Enum.IsDefined(purpose))
            return new ShopTemplate(purpose, parts[1], parts[2]);
        _faults["templates"] = $"Write each as “purpose: name, language”. The purposes are {string.Join(", ", Enum.GetNames<TemplatePurpose>())}.";
        return null;
    }

    private List<TimeSpan> Times(IFormCollection form, string field)
    {
        var times = new List<TimeSpan>();
        foreach (var part in form[field].ToString().Split([',', ';', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryHours(part, out var time))
                times.Add(time);
            else
                _faults[field] = "Write hours with commas between them, such as 1, 23.";
        }

        return times;
    }

    private TimeSpan Hours(IFormCollection form, string field, TimeSpan otherwise)
    {
        if (TryHours(form[field].ToString(), out var time))
            return time;
        _faults[field] = "Write a number of hours, such as 12.";
        return otherwise;
    }

    private TimeOnly Clock(IFormCollection form, string field, TimeOnly otherwise)
    {
        if (TryClock(form[field].ToString(), out var time))
            return time;
        _faults[field] = "Write a time, such as 21:00.";
        return otherwise;
    }

    private static bool TryHours(string text, out TimeSpan time)
    {
        time = default;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) || hours > 10_000)
            return false;
        time = TimeSpan.FromMinutes((double)Math.Round(hours * 60));
        return true;
    }

    private static bool TryClock(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static string[] Lines(string? text) => (text ?? "").Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string FieldOf(string member) => member switch
    {
        "Language" => "language",
        "Languages" => "languages",
        "TimeZone" => "time_zone",
        "Hours" => "hours",
        "Synonyms" => "synonyms",
        "HandOffEndsAfter" => "hand_back",
        "Reminders.Cart" => "cart_reminders",
        "Reminders.Checkout" => "checkout_reminders",
        "Templates" => "templates",
        _ => "",
    };

    private static string WordsOf(string member) => member switch
    {
        "TimeZone" => "This is no time zone; write one like Europe/Berlin.",
        "Hours" => "A day's two times must differ.",
        "Synonyms" => "Each line needs two words or more, with commas between them.",
        "HandOffEndsAfter" => "From one minute to 30 days.",
        "Reminders.Cart" or "Reminders.Checkout" => "At most three, each later than the one before, from a quarter of an hour to 30 days.",
        "Templates" => "Every template needs a name and a language.",
        "Language" or "Languages" => "The bot does not speak this language.",
        _ => $"{member} is not right.",
    };
}
