using System.Text.Json;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using static ShopBot.Engine.Tests.Conversations.SampleFlow;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class FlowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_FirstMessage_GoesToStart()
    {
        var flow = new SampleFlow(1, on =>
        {
            on.Start(Write("start"));
            on.Text((turn, _) => Write("text")(turn));
            on.Otherwise(Write("otherwise"));
        });

        Assert.Equal(["start"], await EntriesAsync(flow, Incoming.Text("anything")));
        Assert.Equal(["start"], await EntriesAsync(flow, Incoming.OfType("image")));
    }

    [Fact]
    public async Task RunAsync_FirstMessageThatWordsTake_DoesNotStart()
    {
        var flow = new SampleFlow(1, on =>
        {
            on.Start(Write("start"));
            on.Says("book", Write("words"));
            on.Message("image", Write("image"));
        });

        Assert.Equal(["words"], await EntriesAsync(flow, Incoming.Text("Book, please")));
        Assert.Equal(["image"], await EntriesAsync(flow, Incoming.OfType("image")));
    }

    [Fact]
    public async Task RunAsync_LaterMessages_AreTriedInTheDocumentedOrder()
    {
        var flow = new SampleFlow(1, on =>
        {
            on.Start(turn =>
            {
                turn.GoTo("form");
                return Write("start")(turn);
            });
            on.Says("book", Write("words"));
            on.Says("book now", Write("more words"));
            on.Text((turn, text) => Write("text " + text)(turn));
            on.Message("image", Write("image"));
            on.Otherwise(Write("otherwise"));
            on.In("form").Says("done, book", turn =>
            {
                turn.GoTo(null);
                return Write("step words")(turn);
            });
            on.In("form").Message("image", Write("step image"));
        });

        Assert.Equal(
            ["start", "step image", "text other", "step words", "more words", "words", "text other", "image", "otherwise"],
            await EntriesAsync(
                flow,
                Incoming.Text("booking"),
                Incoming.OfType("image"),
                Incoming.Text("other"),
                Incoming.Text("book"),
                Incoming.Text("book now"),
                Incoming.Text("book"),
                Incoming.Text("other"),
                Incoming.OfType("image"),
                Incoming.OfType("location")));
    }

    [Fact]
    public async Task RunAsync_TextOfAStep_WinsOverWordsOfTheFlow()
    {
        var flow = new SampleFlow(1, on =>
        {
            on.Start(turn =>
            {
                turn.GoTo("name");
                return Task.CompletedTask;
            });
            on.Says("book", Write("words"));
            on.In("name").Text((turn, text) => Write("name " + text)(turn));
        });

        Assert.Equal(["name book"], await EntriesAsync(flow, Incoming.Text("go"), Incoming.Text("book")));
    }

    [Fact]
    public async Task RunAsync_Tap_WorksInEveryStepFromButtonsAndRows()
    {
        string? id = null;
        var flow = new SampleFlow(1, on =>
        {
            on.Start(turn =>
            {
                id = turn.Button("Red", new PickColour("red", 3)).Id;
                turn.GoTo("elsewhere");
                return Task.CompletedTask;
            });
            on.Tap<PickColour>((turn, tap) => Write($"{tap.Name} {tap.Shade}")(turn));
            on.In("elsewhere").Text((turn, _) => Write("text")(turn));
        });
        await EntriesAsync(flow, Incoming.Text("go"));

        Assert.Equal(["red 3", "red 3"], await EntriesAsync(flow, Incoming.Text("go"), Incoming.Button(id!), Incoming.Row(id!)));
    }

    [Theory]
    [InlineData("sample.1:PickColour{\"name\":\"red\",\"shade\":1}")]
    [InlineData("other.2:Finish")]
    [InlineData("sample.2:NeverRouted")]
    [InlineData("sample.2:Unknown{\"a\":1}")]
    [InlineData("sample.2:PickColour{\"name\":")]
    [InlineData("sample.2:PickColour{\"name\":\"red\",\"shade\":\"dark\"}")]
    [InlineData("")]
    [InlineData("a button of somebody else")]
    public async Task RunAsync_TapThatCannotBeMeant_IsStale(string id)
    {
        var flow = new SampleFlow(2, on =>
        {
            on.Tap<PickColour>((turn, _) => Write("tap")(turn));
            on.Tap<Finish>((turn, _) => Write("tap")(turn));
            on.Stale(Write("stale"));
            on.Otherwise(Write("otherwise"));
            on.Upgrade(1, ReadOld);
        });

        Assert.Equal(["stale"], await EntriesAsync(flow, Incoming.Button(id)));
    }

    [Fact]
    public async Task RunAsync_StaleTapWithoutStaleRoute_GoesToOtherwise()
    {
        var flow = new SampleFlow(1, on => on.Otherwise(Write("otherwise")));

        Assert.Equal(["otherwise"], await EntriesAsync(flow, Incoming.Button("sample.9:Finish")));
    }

    [Fact]
    public async Task RunAsync_TimersAndEvents_GoByName()
    {
        var flow = new SampleFlow(1, on =>
        {
            on.Timer("reminder", Write("reminded"));
            on.Event("order.paid", (turn, payload) => Write($"paid {payload.Length}")(turn));
            on.Otherwise(Write("otherwise"));
        });

        Assert.Equal(
            ["reminded", "paid 3"],
            await EntriesAsync(
                flow, new TimerTurn("reminder", default), new ExternalTurn("order.paid", "123"u8.ToArray()), new TimerTurn("unknown", default), new ExternalTurn("unknown", default)));
    }

    [Fact]
    public async Task RunAsync_NothingListens_KeepsTheStateAndSaysNothing()
    {
        var result = await new SampleFlow(1, _ => { }).RunAsync(Incoming.Input(Incoming.Text("hello")), Token);

        Assert.Empty(result.Replies);
        Assert.Equal("sample", result.Document.Current.Flow);
        Assert.Equal(1, result.Document.Current.Version);
    }

    [Fact]
    public async Task RunAsync_Effects_AreCollectedInOrder()
    {
        var flow = new SampleFlow(1, on => on.Otherwise(async turn =>
        {
            await turn.Says("one");
            turn.Reply(new TextMessage("two"));
            turn.SetTimer("later", TimeSpan.FromMinutes(5));
            turn.CancelTimer("older");
            turn.Raise("diary.written", new Finish(), SampleJson.Default.Finish);
        }));

        var result = await flow.RunAsync(Incoming.Input(Incoming.Text("go")), Token);

        Assert.Equal(["one", "two"], result.Replies.Cast<TextMessage>().Select(message => message.Body));
        Assert.Equal([new TimerEffect("sample/later", Incoming.Now.AddMinutes(5)), new TimerEffect("sample/older", null)], result.Timers);
        Assert.Equal("diary.written", Assert.Single(result.Events).Kind);
    }

    [Fact]
    public async Task RunAsync_ReplyBeyondALimit_FailsInTheTurnAndNotInTheOutbox()
    {
        var flow = new SampleFlow(1, on => on.Otherwise(turn => turn.Says(new string('x', 4097))));

        var fault = await Assert.ThrowsAsync<InvalidMessageException>(() => flow.RunAsync(Incoming.Input(Incoming.Text("go")), Token));

        Assert.DoesNotContain("xxx", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TokenOfTheTurn_ReachesTheHandler()
    {
        using var source = new CancellationTokenSource();
        var seen = CancellationToken.None;
        var flow = new SampleFlow(1, on => on.Otherwise(turn =>
        {
            seen = turn.Aborted;
            return Task.CompletedTask;
        }));

        await flow.RunAsync(Incoming.Input(Incoming.Text("go")), source.Token);

        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public void Map_SameThingTwice_IsRefused()
    {
        AssertRefused(on =>
        {
            on.Tap<Finish>((_, _) => Task.CompletedTask);
            on.Tap<Finish>((_, _) => Task.CompletedTask);
        });
        AssertRefused(on =>
        {
            on.Timer("a", Write(""));
            on.Timer("a", Write(""));
        });
        AssertRefused(on =>
        {
            on.Says("hi, hello", Write(""));
            on.Says("Hello", Write(""));
        });

        static void AssertRefused(Action<FlowMap<Diary>> map) =>
            Assert.ThrowsAsync<InvalidOperationException>(() => new SampleFlow(1, map).RunAsync(Incoming.Input(Incoming.Text("go")), Token)).GetAwaiter().GetResult();
    }

    [Theory]
    [InlineData("")]
    [InlineData("With Capitals")]
    [InlineData("seventeen-letters")]
    [InlineData("under_score")]
    public void Constructor_BadName_IsRefused(string name) => Assert.Throws<ArgumentException>(nameof(name), () => new NamedFlow(name, 1));

    [Fact]
    public void Constructor_VersionBelowOne_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("version", () => new NamedFlow("named", 0));

    /// <summary>Runs the events one after the other; the state goes through JSON each time, as if the host had been restarted.</summary>
    private static async Task<IReadOnlyList<string>> EntriesAsync(SampleFlow flow, params TurnEvent[] events)
    {
        ConversationDocument? document = null;
        foreach (var occurred in events)
        {
            var result = await flow.RunAsync(Incoming.Input(occurred, document), Token);
            document = ConversationDocument.Read(result.Document.ToUtf8Bytes());
        }

        Assert.Equal(1, flow.MapCalls);
        return JsonSerializer.Deserialize(document!.Current.Data.Span, SampleJson.Default.Diary)!.Entries;
    }

    private sealed class NamedFlow(string name, int version) : Flow<Diary>(name, version, SampleJson.Default)
    {
        protected override void Map(FlowMap<Diary> on)
        {
        }
    }
}
