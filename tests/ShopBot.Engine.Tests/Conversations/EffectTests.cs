using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Tests.Support;
using ShopBot.Engine.Turns;
using WhatsApp.Client;
using static ShopBot.Engine.Tests.Conversations.SampleFlow;

namespace ShopBot.Engine.Tests.Conversations;

public sealed class EffectTests
{
    [Fact]
    public async Task Once_makes_the_call_once_however_often_the_turn_runs()
    {
        var calls = 0;
        var talk = new Talk(on => on.Otherwise(async turn => await turn.Says($"{await turn.Once("count", _ => Task.FromResult(++calls))}"))) { Journal = new Journal() };

        await talk.SayAsync("go");
        Assert.Equal(["1"], (await talk.SayAsync("go")).Texts);
        talk.Journal = new Journal();
        Assert.Equal(["2"], (await talk.SayAsync("go")).Texts);
    }

    [Fact]
    public async Task Once_records_before_it_goes_on_and_nothing_when_the_call_fails()
    {
        var journal = new Journal();
        var talk = new Talk(on => on.Otherwise(turn => turn.Once<int>("fails", _ => throw new TimeoutException()))) { Journal = journal };

        await Assert.ThrowsAsync<TimeoutException>(() => talk.SayAsync("go"));

        Assert.False(journal.TryGet("fails", out _));
    }

    [Fact]
    public async Task Texts_in_a_row_are_merged_where_the_flow_says_so()
    {
        static void Routes(FlowMap<Diary> on) => on.Otherwise(turn =>
        {
            turn.Says("one");
            turn.Says("two");
            turn.Reply(new ReplyButtonsMessage("three", [new ReplyButton("x", "x")]));
            turn.Says(new string('y', 4000));
            turn.Says(new string('z', 200));
            return Task.CompletedTask;
        });

        Assert.Equal(5, (await new Talk(Routes).SayAsync("go")).Last.Replies.Count);
        var merged = await new Talk(on =>
        {
            on.MergeReplies();
            Routes(on);
        }).SayAsync("go");
        Assert.Equal(4, merged.Last.Replies.Count);
        Assert.Equal("one\n\ntwo", merged.Texts[0]);
        Assert.All(merged.Last.Replies, reply => Assert.Empty(reply.Validate()));
    }

    [Fact]
    public async Task Middleware_stands_around_turns_and_messages_in_the_order_registered()
    {
        var services = new ServiceCollection();
        var log = new List<string>();
        services.AddShopBot()
            .AddFlow(new SampleFlow(1, on => on.Otherwise(turn =>
            {
                log.Add("flow");
                turn.Says("secret");
                return turn.Says("hello");
            })))
            .UseTurn(async (turn, next) =>
            {
                log.Add("outer");
                await next(turn);
                log.Add("outer ends");
            })
            .UseTurn((turn, next) => turn.Text == "blocked" ? default : next(turn))
            .UseOutgoing((message, _) => new(message is TextMessage { Body: "secret" } ? null : message))
            .UseOutgoing((message, turn) => new(message is TextMessage text ? text with { Body = $"{text.Body} ({turn.Locale})" } : message));
        await using var provider = services.BuildServiceProvider();
        var talk = new Talk(provider.GetRequiredService<Bot>());

        Assert.Equal(["hello (en)"], (await talk.SayAsync("go")).Texts);
        Assert.Equal(["outer", "flow", "outer ends"], log);
        Assert.Empty((await talk.SayAsync("blocked")).Texts);
        Assert.Contains("START", Assert.Single((await talk.SayAsync("STOP")).Texts), StringComparison.Ordinal);
        Assert.Equal(5, log.Count);
    }

    [Fact]
    public async Task Services_are_of_the_turns_own_scope_and_end_with_it()
    {
        var services = new ServiceCollection();
        services.AddScoped<Scoped>();
        var seen = new List<Scoped>();
        services.AddShopBot().AddFlow(new SampleFlow(1, on => on.Otherwise(turn =>
        {
            seen.Add(turn.Service<Scoped>());
            seen.Add(turn.Service<Scoped>());
            return turn.Text == "throw" ? throw new InvalidOperationException() : Task.CompletedTask;
        })));
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var talk = new Talk(provider.GetRequiredService<Bot>());

        await talk.SayAsync("go");
        await talk.SayAsync("go");

        await Assert.ThrowsAsync<InvalidOperationException>(() => talk.SayAsync("throw"));

        Assert.Same(seen[0], seen[1]);
        Assert.NotSame(seen[1], seen[2]);
        Assert.All(seen, scoped => Assert.True(scoped.Disposed));
    }

    [Theory]
    [InlineData("""{"flow":"sample","v":1,"data":{"entries":["kept"],"other":{}}}""", true)]
    [InlineData("""{"flow":"sample","v":1,"step":[],"data":{"entries":["kept"]}}""", true)]
    [InlineData("""{"flow":"sample","v":1,"data":{"entries":["kept"],"nu""", true)]
    [InlineData("""{"flow":"sample","v":1,"data":{"entries":7}}""", false)]
    [InlineData("""{"flow":"sample","v":1,"data":null}""", false)]
    [InlineData("""{"flow":"sample","v":1}""", false)]
    [InlineData("[]", false)]
    [InlineData("", false)]
    public async Task Unreadable_state_keeps_what_is_marked_tells_the_person_and_answers_the_message(string stored, bool kept)
    {
        var talk = new Talk(on =>
        {
            on.Keep<IReadOnlyList<string>>("entries", (state, entries) => state with { Entries = entries });
            on.Otherwise(turn => turn.Says("answered"));
        })
        { Stored = Encoding.UTF8.GetBytes(stored) };
        if (stored.Contains("other", StringComparison.Ordinal))
            talk.Stored = Encoding.UTF8.GetBytes(stored.Replace("\"sample\",\"v\":1", "\"sample\",\"v\":\"one\"", StringComparison.Ordinal));

        await talk.SayAsync("hello");

        Assert.Equal("answered", talk.Texts[^1]);
        if (stored.Length > 0)
            Assert.Equal(2, talk.Texts.Count);
        Assert.Equal(kept ? ["kept"] : [], talk.Diary.Entries);
        Assert.Equal(["answered"], (await talk.SayAsync("hello")).Texts);
    }

    [Fact]
    public async Task Envelope_of_a_newer_engine_is_left_to_newer_hosts()
    {
        var talk = new Talk(on => on.Otherwise(Write("today"))) { Stored = """{"flow":"sample","v":1,"data":{"entries":[]},"from-the-future":true}"""u8.ToArray() };

        await Assert.ThrowsAsync<NewerConversationException>(() => talk.SayAsync("hello"));
    }

    [Fact]
    public void Document_with_everything_in_it_survives_its_stored_form()
    {
        var document = new ConversationDocument(new FlowDocument("a", 3, "step", "{\"x\":1}"u8.ToArray()) { Question = new OpenQuestion("q", 4, 2) })
        {
            Others = [new FlowDocument("b", 1, null, "{}"u8.ToArray())],
            Caller = "b",
            Locale = "pt-BR",
            Control = Storage.LaneControl.Human,
            HandBackAt = Incoming.Now,
            HandBackIdle = TimeSpan.FromMinutes(7),
            OptedOut = true,
            SummarisedAt = Incoming.Now,
            Questions = 4,
            Held = [new HeldEvent(true, "a/t", default), new HeldEvent(false, "k", "{}"u8.ToArray())],
            Talk = [new TalkLine(false, "hi"), new TalkLine(true, "hello")],
        };

        var bytes = document.ToUtf8Bytes();

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(ConversationDocument.Read(bytes).ToUtf8Bytes()));
        using var json = JsonDocument.Parse(bytes);
        Assert.Equal(16, json.RootElement.EnumerateObject().Count());
    }

    private sealed class Journal : IStepJournal
    {
        private readonly Dictionary<string, ReadOnlyMemory<byte>> _steps = [];

        public bool TryGet(string step, out ReadOnlyMemory<byte> result) => _steps.TryGetValue(step, out result);

        public ValueTask RecordAsync(string step, ReadOnlyMemory<byte> result, CancellationToken cancellationToken)
        {
            _steps.Add(step, result);
            return default;
        }
    }

    private sealed class Scoped : IDisposable
    {
        public bool Disposed { get; private set; }

        public void Dispose() => Disposed = true;
    }
}
