namespace WhatsApp.Client.Tests.Messages;

/// <summary>Each documented limit: at the limit nothing is wrong, one over it exactly that is.</summary>
public sealed class LimitTests
{
    private static readonly ReplyButton Yes = new("yes", "Yes");
    private static readonly MediaSource Picture = new MediaSource.ById("900100");

    private static string Text(int length) => new('x', length);

    private static ReplyButtonsMessage Buttons(string body = "b", string id = "i", string title = "t", string? footer = null, MessageHeader? header = null) =>
        new(body, [new(id, title)]) { Footer = footer, Header = header };

    private static ListMessage List(
        string body = "b", string button = "o", string? section = null, string id = "i", string title = "t", string? description = null, string? header = null, string? footer = null) =>
        new(body, button, [new ListSection(section, [new(id, title, description)])]) { Header = header, Footer = footer };

    private static CtaUrlMessage Cta(string body = "b", string text = "t", string? footer = null) => new(body, text, "https://shop.example") { Footer = footer };

    public static TheoryData<string, Func<int, OutgoingMessage>, int> Lengths => new()
    {
        { "text.body", length => new TextMessage(Text(length)), 4096 },
        { "image.caption", length => new ImageMessage(Picture) { Caption = Text(length) }, 1024 },
        { "interactive.body.text", length => Buttons(body: Text(length)), 1024 },
        { "interactive.footer.text", length => Buttons(footer: Text(length)), 60 },
        { "interactive.header.text", length => Buttons(header: new MessageHeader.Text(Text(length))), 60 },
        { "interactive.action.buttons[0].reply.id", length => Buttons(id: Text(length)), 256 },
        { "interactive.action.buttons[0].reply.title", length => Buttons(title: Text(length)), 20 },
        { "interactive.body.text", length => List(body: Text(length)), 4096 },
        { "interactive.header.text", length => List(header: Text(length)), 60 },
        { "interactive.footer.text", length => List(footer: Text(length)), 60 },
        { "interactive.action.button", length => List(button: Text(length)), 20 },
        { "interactive.action.sections[0].title", length => List(section: Text(length)), 24 },
        { "interactive.action.sections[0].rows[0].id", length => List(id: Text(length)), 200 },
        { "interactive.action.sections[0].rows[0].title", length => List(title: Text(length)), 24 },
        { "interactive.action.sections[0].rows[0].description", length => List(description: Text(length)), 72 },
        { "interactive.body.text", length => Cta(body: Text(length)), 1024 },
        { "interactive.footer.text", length => Cta(footer: Text(length)), 60 },
        { "interactive.action.parameters.display_text", length => Cta(text: Text(length)), 20 },
    };

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void Length_at_the_limit_is_fine_and_over_it_is_a_fault(string path, Func<int, OutgoingMessage> create, int limit)
    {
        Assert.Empty(create(limit).Validate());
        Assert.Equal([new MessageFault(path, MessageFaultKind.TooLong, limit, limit + 1)], create(limit + 1).Validate());
    }

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void Empty_text_is_missing(string path, Func<int, OutgoingMessage> create, int limit)
    {
        Assert.True(limit > 0);
        Assert.Equal([new MessageFault(path, MessageFaultKind.Missing)], create(0).Validate());
    }

    [Fact]
    public void An_emoji_counts_as_one()
    {
        Assert.Empty(Buttons(title: string.Concat(Enumerable.Repeat("👋", 20))).Validate());
        Assert.Single(Buttons(title: string.Concat(Enumerable.Repeat("👋", 21))).Validate());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void Buttons_are_one_to_three(int count, bool isFine) =>
        Assert.Equal(isFine, new ReplyButtonsMessage("b", [.. Enumerable.Range(0, count).Select(i => new ReplyButton($"{i}", $"t{i}"))]).Validate().Count == 0);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 10, true)]
    [InlineData(1, 11, false)]
    [InlineData(10, 1, true)]
    [InlineData(11, 1, false)]
    [InlineData(2, 6, false)]
    public void Lists_have_one_to_ten_sections_and_ten_rows_in_all(int sections, int rows, bool isFine)
    {
        var list = new ListMessage("b", "o", [.. Enumerable.Range(0, sections).Select(s =>
            new ListSection($"s{s}", [.. Enumerable.Range(0, rows).Select(r => new ListRow($"{s}-{r}", $"t{s}-{r}"))]))]);

        Assert.Equal(isFine, list.Validate().Count == 0);
    }

    [Fact]
    public void Sections_need_titles_when_there_are_several()
    {
        var list = new ListMessage("b", "o", [new(null, [new("1", "One")]), new("Two", [new("2", "Two")])]);

        Assert.Equal([new MessageFault("interactive.action.sections[0].title", MessageFaultKind.Missing)], list.Validate());
    }

    [Fact]
    public void Ids_and_titles_are_unique_within_a_message()
    {
        Assert.Equal(
            ["interactive.action.buttons[1].reply.id", "interactive.action.buttons[1].reply.title"],
            new ReplyButtonsMessage("b", [Yes, Yes]).Validate().Where(fault => fault.Kind == MessageFaultKind.Duplicate).Select(fault => fault.Path));
        Assert.Equal(
            ["interactive.action.sections[1].rows[0].id", "interactive.action.sections[1].rows[0].title"],
            new ListMessage("b", "o", [new("A", [new("1", "One")]), new("B", [new("1", "One")])]).Validate().Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(" Yes")]
    [InlineData("Yes ")]
    [InlineData("Yes\n")]
    public void Titles_have_no_blanks_around_them(string title) =>
        Assert.Equal(MessageFaultKind.SurroundedByBlanks, Assert.Single(Buttons(title: title).Validate()).Kind);

    [Theory]
    [InlineData("https://shop.example/c?x=1", null)]
    [InlineData("http://shop.example", null)]
    [InlineData("", MessageFaultKind.Missing)]
    [InlineData("shop.example", MessageFaultKind.Malformed)]
    [InlineData("javascript:alert(1)", MessageFaultKind.Malformed)]
    [InlineData("/c/1", MessageFaultKind.Malformed)]
    public void Addresses_are_absolute_http_or_https(string url, MessageFaultKind? expected) =>
        Assert.Equal(expected, new CtaUrlMessage("b", "t", url).Validate().SingleOrDefault()?.Kind);

    [Fact]
    public void Pictures_need_an_id_or_a_link()
    {
        Assert.Equal("image.id", Assert.Single(new ImageMessage(new MediaSource.ById("")).Validate()).Path);
        Assert.Equal("image.link", Assert.Single(new ImageMessage(new MediaSource.ByLink(new Uri("/a.jpg", UriKind.Relative))).Validate()).Path);
        Assert.Equal(
            "interactive.header.image.id",
            Assert.Single(Buttons(header: new MessageHeader.Image(new MediaSource.ById(" "))).Validate()).Path);
    }

    [Fact]
    public void All_faults_come_at_once_and_hold_no_text()
    {
        var faults = new ReplyButtonsMessage(Text(2000), [new(" private ", Text(30)), new("", "ok")]) { Footer = Text(61) }.Validate();

        Assert.Equal(5, faults.Count);
        Assert.DoesNotContain("private", new InvalidMessageException(faults).ToString(), StringComparison.Ordinal);
    }
}
