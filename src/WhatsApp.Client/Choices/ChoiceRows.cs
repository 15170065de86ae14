namespace WhatsApp.Client;

/// <summary>Choices as list rows within the platform's limits.</summary>
internal static class ChoiceRows
{
    private const int MaxTitle = 24;
    private const int MaxDescription = 72;

    public static IReadOnlyList<ListRow> Of(IEnumerable<Choice> choices, ListRow? more)
    {
        var titles = new ChoiceTitles(MaxTitle);
        if (more is not null)
            titles.Reserve(more.Title);
        List<ListRow> rows = [.. choices.Select(choice => new ListRow(choice.Id, titles.Next(choice.Title), Description(choice)))];
        if (more is not null)
            rows.Add(more);
        return rows;
    }

    private static string? Description(Choice choice)
    {
        var title = choice.Title.Trim();
        var isCut = MessageText.Length(title) > MaxTitle;
        var whole = string.IsNullOrWhiteSpace(choice.Description) ? (isCut ? title : null)
            : isCut && MessageText.Length(title) + MessageText.Length(choice.Description) + 3 <= MaxDescription ? $"{title} – {choice.Description}"
            : choice.Description;
        return whole is null ? null : MessageText.Fit(whole, MaxDescription);
    }
}
