namespace WhatsApp.Client;

/// <summary>
/// A question with any number of choices, which becomes reply buttons or a list, whichever fits: buttons for one to three short choices,
/// else a list, and a list in pages for more than ten. No title is lost: one too long for a row is cut with an ellipsis and stands whole in
/// the row's description, as far as that has room. Titles that look the same get a number.
/// </summary>
/// <param name="Body">The question: 1 to 4,096 characters. Above 1,024 it makes a list.</param>
/// <param name="Choices">At least one; ids unique.</param>
public sealed record ChoicePrompt(string Body, IReadOnlyList<Choice> Choices)
{
    private const int MaxButtons = 3;
    private const int MaxButtonTitle = 20;
    private const int MaxButtonBody = 1024;
    private const int MaxRows = 10;

    /// <summary>A line of text above the body, at most 60 characters; null for none.</summary>
    public string? Header { get; init; }

    /// <summary>Small text below the body, at most 60 characters; null for none.</summary>
    public string? Footer { get; init; }

    /// <summary>What opens the list, if it becomes one: 1 to 20 characters. Default <c>Choose</c>.</summary>
    public string ListButton { get; init; } = "Choose";

    /// <summary>
    /// The id of the last row of a page, which asks for another one: given the number of the page it asks for, counted from 0. Null allows
    /// ten choices only.
    /// </summary>
    public Func<int, string>? MoreId { get; init; }

    /// <summary>What that row says: 1 to 24 characters. Default <c>More</c>.</summary>
    public string MoreTitle { get; init; } = "More";

    /// <summary>How many messages show all choices: 1 for up to ten.</summary>
    public int PageCount => ChoicePages.Count(Choices.Count);

    /// <summary>The message: a <see cref="ReplyButtonsMessage"/> or a <see cref="ListMessage"/>.</summary>
    /// <param name="page">Which page of a long list, from 0; one past the end gives the last, as for a row tapped after the choices grew fewer.</param>
    /// <exception cref="InvalidOperationException">There are more than ten choices and no <see cref="MoreId"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The page is negative.</exception>
    public OutgoingMessage ToMessage(int page = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        return FitsButtons() ? ToButtons() : ToList(Math.Min(page, PageCount - 1));
    }

    /// <summary>The question's kind only.</summary>
    public override string ToString() => nameof(ChoicePrompt);

    private bool FitsButtons() =>
        Choices.Count is > 0 and <= MaxButtons
        && MessageText.Length(Body) <= MaxButtonBody
        && Choices.All(choice => choice.Description is null && MessageText.Length(choice.Title.Trim()) <= MaxButtonTitle);

    private ReplyButtonsMessage ToButtons()
    {
        var titles = new ChoiceTitles(MaxButtonTitle);
        return new ReplyButtonsMessage(Body, [.. Choices.Select(choice => new ReplyButton(choice.Id, titles.Next(choice.Title)))])
        {
            Header = Header is null ? null : new MessageHeader.Text(Header),
            Footer = Footer,
        };
    }

    private ListMessage ToList(int page)
    {
        if (Choices.Count > MaxRows && MoreId is null)
            throw new InvalidOperationException($"There are {Choices.Count} choices, but a list has {MaxRows} rows. Set {nameof(MoreId)} to show them in pages.");

        var (start, count, hasMore) = ChoicePages.Page(Choices.Count, page);
        var rows = ChoiceRows.Of(Choices.Skip(start).Take(count), hasMore ? new ListRow(MoreId!(page + 1), MoreTitle) : null);
        return new ListMessage(Body, ListButton, [new ListSection(null, rows)]) { Header = Header, Footer = Footer };
    }
}
