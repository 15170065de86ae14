using System.Text;
using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using static ShopBot.Engine.Tests.Conversations.SampleFlow;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class UpgradeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_UpgradeMissing_FailsAtFirstUse()
    {
        var flow = new SampleFlow(3, on => on.Upgrade(1, ReadOld));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => flow.RunAsync(Incoming.Input(Incoming.Text("hello")), Token));

        Assert.Contains("from: 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OlderDocument_IsUpgradedAndWrittenAsToday()
    {
        var flow = new SampleFlow(2, on =>
        {
            on.Upgrade(1, ReadOld);
            on.Otherwise(Write("today"));
        });

        var result = await flow.RunAsync(Incoming.Input(Incoming.Text("hello"), Document("sample", 1, """{"count":4}""")), Token);

        Assert.Equal(2, result.Document.Current.Version);
        Assert.Equal(["upgraded 4", "today"], JsonSerializer.Deserialize(result.Document.Current.Data.Span, SampleJson.Default.Diary)!.Entries);
    }

    [Fact]
    public async Task RunAsync_OlderDocument_KeepsItsStepAndIsNotNew()
    {
        var flow = new SampleFlow(2, on =>
        {
            on.Upgrade(1, ReadOld);
            on.Start(Write("start"));
            on.In("form").Text((turn, _) => Write($"in {turn.Step}, new: {turn.IsNew}")(turn));
        });

        var result = await flow.RunAsync(Incoming.Input(Incoming.Text("hello"), Document("sample", 1, """{"count":4}""", "form")), Token);

        Assert.Equal("in form, new: False", JsonSerializer.Deserialize(result.Document.Current.Data.Span, SampleJson.Default.Diary)!.Entries[^1]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(""" { } """)]
    [InlineData("""{"other":[{"entries":1}]}""")]
    public async Task RunAsync_MemberAddedLater_HasItsInitialValue(string data)
    {
        var flow = new SampleFlow(1, on => on.Otherwise(Write("today")));

        var result = await flow.RunAsync(Incoming.Input(Incoming.Text("hello"), Document("sample", 1, data)), Token);

        Assert.Equal(["today"], JsonSerializer.Deserialize(result.Document.Current.Data.Span, SampleJson.Default.Diary)!.Entries);
    }

    [Fact]
    public async Task RunAsync_NewerDocument_IsLeftToNewerHosts()
    {
        var flow = new SampleFlow(1, on => on.Otherwise(Write("today")));

        var fault = await Assert.ThrowsAsync<NewerConversationException>(
            () => flow.RunAsync(Incoming.Input(Incoming.Text("hello"), Document("sample", 2, """{"entries":["tomorrow"]}""")), Token));

        Assert.Equal(2, fault.StoredVersion);
    }

    [Fact]
    public async Task RunAsync_DocumentOfAnotherFlow_BeginsAnew()
    {
        var flow = new SampleFlow(1, on => on.Start(Write("start")));

        var result = await flow.RunAsync(Incoming.Input(Incoming.Text("hello"), Document("older-bot", 9, """{"entries":["theirs"]}""")), Token);

        Assert.Equal(["start"], JsonSerializer.Deserialize(result.Document.Current.Data.Span, SampleJson.Default.Diary)!.Entries);
    }

    private static ConversationDocument Document(string flow, int version, string data, string? step = null) =>
        new(new FlowDocument(flow, version, step, Encoding.UTF8.GetBytes(data)));
}
