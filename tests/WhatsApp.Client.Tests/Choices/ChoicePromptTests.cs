using System.Globalization;

namespace WhatsApp.Client.Tests.Choices;

public sealed class ChoicePromptTests
{
    private static IReadOnlyList<Choice> Numbered(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Choice(i.ToString(CultureInfo.InvariantCulture), $"Choice {i}"))];

    private static ChoicePrompt Paged(int count) => new("Which?", Numbered(count)) { MoreId = page => $"more:{page}" };

    private static IReadOnlyList<ListRow> Rows(OutgoingMessage message) => Assert.Single(Assert.IsType<ListMessage>(message).Sections).Rows;

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(10, false)]
    public void Up_to_three_short_choices_are_buttons(int count, bool buttons)
    {
        var message = new ChoicePrompt("Which?", Numbered(count)).ToMessage();

        Assert.Equal(buttons, message is ReplyButtonsMessage);
        Assert.Empty(message.Validate());
    }

    [Theory]
    [InlineData(20, null, 10, true)]
    [InlineData(21, null, 10, false)]
    [InlineData(5, "soft", 10, false)]
    [InlineData(5, null, 1024, true)]
    [InlineData(5, null, 1025, false)]
    public void Long_titles_descriptions_and_bodies_make_a_list(int title, string? description, int body, bool buttons)
    {
        var message = new ChoicePrompt(new string('b', body), [new("1", new string('t', title), description)]).ToMessage();

        Assert.Equal(buttons, message is ReplyButtonsMessage);
        Assert.Empty(message.Validate());
    }

    [Fact]
    public void Buttons_and_lists_carry_header_footer_and_label()
    {
        var prompt = new ChoicePrompt("Which?", Numbered(2)) { Header = "Bread", Footer = "Fresh today", ListButton = "Pick" };

        var buttons = Assert.IsType<ReplyButtonsMessage>(prompt.ToMessage());
        Assert.Equal((new MessageHeader.Text("Bread"), "Fresh today"), (buttons.Header, buttons.Footer));
        var list = Assert.IsType<ListMessage>((prompt with { Choices = Numbered(4) }).ToMessage());
        Assert.Equal(("Bread", "Fresh today", "Pick"), (list.Header, list.Footer, list.Button));
    }

    [Fact]
    public void Title_too_long_for_a_row_stands_whole_in_the_description()
    {
        var rows = Rows(new ChoicePrompt("Which?", [
            new("1", "Sourdough rye bread with sunflower seeds"),
            new("2", "Sourdough rye bread with pumpkin seeds", "750 g"),
            new("3", "Sourdough rye bread with walnuts", new string('d', 70)),
            new("4", "Rye", new string('d', 80))]).ToMessage());

        Assert.Equal(["Sourdough rye bread wit…", "Sourdough rye bread… (2)", "Sourdough rye bread… (3)"], rows.Take(3).Select(row => row.Title));
        Assert.Equal("Sourdough rye bread with sunflower seeds", rows[0].Description);
        Assert.Equal("Sourdough rye bread with pumpkin seeds – 750 g", rows[1].Description);
        Assert.Equal(new string('d', 70), rows[2].Description);
        Assert.Equal(new string('d', 71) + "…", rows[3].Description);
    }

    [Fact]
    public void Same_titles_get_a_number()
    {
        var message = new ChoicePrompt("Which?", [new("1", "Rye"), new("2", "Rye "), new("3", "Rye")]).ToMessage();

        Assert.Equal(["Rye", "Rye (2)", "Rye (3)"], Assert.IsType<ReplyButtonsMessage>(message).Buttons.Select(button => button.Title));
        Assert.Empty(message.Validate());
    }

    [Fact]
    public void More_than_ten_choices_need_an_id_to_ask_for_the_next_page()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new ChoicePrompt("Which?", Numbered(11)).ToMessage());

        Assert.Contains("MoreId", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_ten_choices_come_in_pages_with_a_row_that_asks_for_the_next()
    {
        var prompt = Paged(20) with { MoreTitle = "Show more" };

        var first = Rows(prompt.ToMessage());
        Assert.Equal(10, first.Count);
        Assert.Equal(new ListRow("more:1", "Show more"), first[^1]);
        var second = Rows(prompt.ToMessage(1));
        Assert.Equal(["9", "10", "17", "more:2"], [second[0].Id, second[1].Id, second[8].Id, second[9].Id]);
        Assert.Equal(["18", "19"], Rows(prompt.ToMessage(2)).Select(row => row.Id));
        Assert.Equal(["18", "19"], Rows(prompt.ToMessage(7)).Select(row => row.Id));
        Assert.Throws<ArgumentOutOfRangeException>(() => prompt.ToMessage(-1));
    }

    [Fact]
    public void Pages_show_each_choice_once_and_are_never_too_long()
    {
        for (var count = 1; count < 120; count++)
        {
            var prompt = Paged(count);

            var pages = Enumerable.Range(0, prompt.PageCount).Select(page => prompt.ToMessage(page)).ToList();

            Assert.All(pages, page => Assert.Empty(page.Validate()));
            if (count > 3)
                Assert.Equal(Numbered(count).Select(choice => choice.Id), pages.SelectMany(Rows).Select(row => row.Id).Where(id => !id.StartsWith("more", StringComparison.Ordinal)));
            if (count > 10)
                Assert.Equal(prompt.PageCount - 1, pages.SelectMany(Rows).Count(row => row.Title == "More"));
        }
    }

    [Fact]
    public void Choice_titled_as_the_last_row_is_kept_apart_from_it()
    {
        var message = (Paged(12) with { Choices = [new("x", "More"), .. Numbered(11)] }).ToMessage();

        Assert.Equal("More (2)", Rows(message)[0].Title);
        Assert.Empty(message.Validate());
    }

    [Fact]
    public void What_is_missing_is_left_to_validation()
    {
        Assert.Equal(MessageFaultKind.TooFew, new ChoicePrompt("Which?", []).ToMessage().Validate()[0].Kind);
        Assert.Equal(MessageFaultKind.Missing, Assert.Single(new ChoicePrompt("Which?", [new("1", " ")]).ToMessage().Validate()).Kind);
        Assert.Equal(MessageFaultKind.Duplicate, Assert.Single(new ChoicePrompt("Which?", [new("1", "A"), new("1", "B")]).ToMessage().Validate()).Kind);
    }

    [Fact]
    public void Nothing_that_was_written_is_printed() =>
        Assert.DoesNotContain("Which", new ChoicePrompt("Which?", Numbered(1)) + "" + Numbered(1)[0], StringComparison.Ordinal);
}
