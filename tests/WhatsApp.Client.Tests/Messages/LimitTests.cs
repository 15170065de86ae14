namespace WhatsApp.Client.Tests.Messages;

/// <summary>Each documented limit: at the limit nothing is wrong, one over it exactly that is. Characters are code points.</summary>
public sealed class LimitTests
{
    private static readonly ReplyButton Yes = new("yes", "Yes");

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, Func<string, OutgoingMessage>, int, bool> Lengths
    {
        get
        {
            var data = new TheoryData<string, Func<string, OutgoingMessage>, int, bool>();
            foreach (var (path, create, max, mayBeEmpty) in Limits.All)
                data.Add(path, create, max, mayBeEmpty);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void Length_at_the_limit_is_fine_and_over_it_is_a_fault(string path, Func<string, OutgoingMessage> create, int limit, bool mayBeEmpty)
    {
        Assert.Empty(create(Repeat("x", limit)).Validate());
        Assert.Equal([new MessageFault(path, MessageFaultKind.TooLong, limit, limit + 1)], create(Repeat("x", limit + 1)).Validate());
        Assert.Equal(mayBeEmpty ? [] : [new MessageFault(path, MessageFaultKind.Missing)], create("").Validate());
    }

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public void An_emoji_counts_as_one(string path, Func<string, OutgoingMessage> create, int limit, bool mayBeEmpty)
    {
        // A flow's button takes no emoji at all; a letter outside the first plane counts the same.
        var letter = path.EndsWith("flow_cta", StringComparison.Ordinal) ? "𝐀" : "👋";
        Assert.Equal(2, letter.Length);
        Assert.Empty(create(Repeat(letter, limit)).Validate());
        Assert.Equal([new MessageFault(path, MessageFaultKind.TooLong, limit, limit + 1)], create(Repeat(letter, limit) + "x").Validate());
        Assert.True(limit > 0 || mayBeEmpty);
    }

    public static TheoryData<string, Func<string, OutgoingMessage>> Labels => new()
    {
        { "interactive.action.buttons[0].reply.id", text => new ReplyButtonsMessage("b", [new(text, "t")]) },
        { "interactive.action.buttons[0].reply.title", text => new ReplyButtonsMessage("b", [new("i", text)]) },
        { "interactive.action.button", text => new ListMessage("b", text, [new(null, [new("i", "t")])]) },
        { "interactive.action.sections[0].title", text => new ListMessage("b", "o", [new(text, [new("i", "t")])]) },
        { "interactive.action.sections[0].rows[0].id", text => new ListMessage("b", "o", [new(null, [new(text, "t")])]) },
        { "interactive.action.sections[0].rows[0].title", text => new ListMessage("b", "o", [new(null, [new("i", text)])]) },
        { "interactive.action.parameters.display_text", text => new CtaUrlMessage("b", text, "https://shop.example") },
        { "interactive.action.sections[0].title", text => new ProductListMessage("h", "b", "1", [new(text, ["p"])]) },
        { "interactive.action.parameters.display_text", text => new VoiceCallMessage("b") { DisplayText = text } },
    };

    [Theory]
    [MemberData(nameof(Labels), DisableDiscoveryEnumeration = true)]
    public void Ids_and_titles_have_no_blanks_around_them(string path, Func<string, OutgoingMessage> create)
    {
        foreach (var text in new[] { " Yes", "Yes ", "Yes\n", "\u00a0Yes" })
            Assert.Equal([new MessageFault(path, MessageFaultKind.SurroundedByBlanks)], create(text).Validate());
        Assert.Equal([new MessageFault(path, MessageFaultKind.Missing)], create(" \n").Validate());
    }

    public static TheoryData<string, Func<int, OutgoingMessage>, int, int> Counts => new()
    {
        { "interactive.action.buttons", count => new ReplyButtonsMessage("b", [.. Numbers(count).Select(i => new ReplyButton($"{i}", $"t{i}"))]), 1, 3 },
        { "interactive.action.sections", count => new ListMessage("b", "o", [.. Numbers(count).Select(s => new ListSection($"s{s}", Rows(s, count > 10 ? 0 : 1)))]), 1, 10 },
        { "interactive.action.sections[].rows", count => new ListMessage("b", "o", [new(null, Rows(0, count))]), 1, 10 },
        { "contacts", count => new ContactsMessage([.. Numbers(count).Select(i => new ContactCard(new ContactName($"N {i}") { FirstName = "N" }))]), 1, 257 },
        { "interactive.action.sections", count => new ProductListMessage("h", "b", "1", [.. Numbers(count).Select(s => new ProductSection($"s{s}", ["p"]))]), 1, 10 },
        { "interactive.action.sections[].product_items", count => new ProductListMessage("h", "b", "1", [new("s", [.. Numbers(count).Select(i => $"p{i}")])]), 1, 30 },
        { "interactive.action.cards", count => new MediaCarouselMessage("b", [.. Numbers(count).Select(i => Samples.CarouselSamples.UrlCard($"{i}"))]), 2, 10 },
        { "interactive.action.cards", count => new ProductCarouselMessage("b", "1", [.. Numbers(count).Select(i => $"p{i}")]), 2, 10 },
        { "interactive.action.parameters.payment_settings", count => new OrderDetailsMessage("b", Samples.PaymentSamples.Details([.. Numbers(count).Select(_ => Samples.PaymentSamples.Gateway)])), 1, int.MaxValue },
    };

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static List<ListRow> Rows(int section, int count) => [.. Numbers(count).Select(r => new ListRow($"{section}-{r}", $"t{section}-{r}"))];

    [Theory]
    [MemberData(nameof(Counts), DisableDiscoveryEnumeration = true)]
    public void Counts_have_a_least_and_a_most(string path, Func<int, OutgoingMessage> create, int least, int most)
    {
        Assert.Empty(create(least).Validate());
        Assert.Contains(create(least - 1).Validate(), fault => fault is { Kind: MessageFaultKind.TooFew, Actual: var actual, Limit: var limit } && actual == least - 1 && limit == least);
        if (most == int.MaxValue)
            return;
        Assert.Empty(create(most).Validate());
        Assert.Contains(new MessageFault(path, MessageFaultKind.TooMany, most, most + 1), create(most + 1).Validate());
    }

    [Fact]
    public void Rows_and_products_count_over_all_sections()
    {
        Assert.Equal(
            [new MessageFault("interactive.action.sections[].rows", MessageFaultKind.TooMany, 10, 12)],
            new ListMessage("b", "o", [new("A", Rows(0, 6)), new("B", Rows(1, 6))]).Validate());
        Assert.Equal(
            [new MessageFault("interactive.action.sections[].product_items", MessageFaultKind.TooMany, 30, 32)],
            new ProductListMessage("h", "b", "1", [new("A", [.. Numbers(16).Select(i => $"a{i}")]), new("B", [.. Numbers(16).Select(i => $"b{i}")])]).Validate());
        Assert.Equal(
            [new MessageFault("interactive.action.sections[1].rows", MessageFaultKind.TooFew, 1, 0)],
            new ListMessage("b", "o", [new("A", Rows(0, 1)), new("B", [])]).Validate());
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

    [Fact]
    public void Duplicates_are_found_beyond_the_number_allowed()
    {
        var rows = Rows(0, 100).Append(new ListRow("0-99", "t0-0")).ToList();

        Assert.Equal(
            ["interactive.action.sections[0].rows[100].id", "interactive.action.sections[0].rows[100].title"],
            new ListMessage("b", "o", [new(null, rows)]).Validate().Where(fault => fault.Kind == MessageFaultKind.Duplicate).Select(fault => fault.Path));
    }

    [Theory]
    [InlineData("https://shop.example/c?x=1", null)]
    [InlineData("http://shop.example", null)]
    [InlineData("", MessageFaultKind.Missing)]
    [InlineData("shop.example", MessageFaultKind.Malformed)]
    [InlineData("javascript:alert(1)", MessageFaultKind.Malformed)]
    [InlineData("/c/1", MessageFaultKind.Malformed)]
    [InlineData("ftp://shop.example", MessageFaultKind.Malformed)]
    public void Addresses_are_absolute_http_or_https(string url, MessageFaultKind? expected)
    {
        Assert.Equal(expected, new CtaUrlMessage("b", "t", url).Validate().SingleOrDefault()?.Kind);
        if (url is not "")
            Assert.Equal(expected, new ImageMessage(new MediaSource.ByLink(new Uri(url, UriKind.RelativeOrAbsolute))).Validate().SingleOrDefault()?.Kind);
    }

    [Fact]
    public void All_faults_come_at_once_and_hold_no_text()
    {
        var faults = new ReplyButtonsMessage(Repeat("x", 2000), [new(" private ", Repeat("x", 30)), new("", "ok")]) { Footer = Repeat("x", 61) }.Validate();

        Assert.Equal(5, faults.Count);
        Assert.DoesNotContain("private", new InvalidMessageException(faults).ToString(), StringComparison.Ordinal);
    }
}
