using System.Globalization;

namespace WhatsApp.Client;

/// <summary>Cuts titles to a limit and keeps them apart: the platform refuses two that are the same.</summary>
internal sealed class ChoiceTitles(int limit)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public void Reserve(string title) => _taken.Add(title);

    public string Next(string title)
    {
        title = title.Trim();
        if (title.Length == 0)
            return title;
        var fitting = MessageText.Fit(title, limit);
        for (var number = 2; !_taken.Add(fitting); number++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({number})");
            fitting = MessageText.Fit(title, limit - suffix.Length) + suffix;
        }

        return fitting;
    }
}
