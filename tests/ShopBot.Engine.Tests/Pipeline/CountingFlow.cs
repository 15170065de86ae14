using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using ShopBot.Engine.Conversations;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Engine.Tests.Pipeline;

/// <summary>How many messages a person has sent.</summary>
public sealed record Count(int N)
{
    public Count()
        : this(0)
    {
    }
}

/// <summary>
/// Counts: each text makes n one higher and is answered with "n: text". The read and the write are apart, so that two turns at once would lose one.
/// </summary>
internal sealed class CountingFlow(FlowProbe probe) : Flow<Count>("count", version: 1, CountJson.Default)
{
    protected override void Map(FlowMap<Count> on)
    {
        on.Says("remind", turn =>
        {
            turn.SetTimer("reminder", TimeSpan.FromMinutes(1));
            return turn.Says("I will");
        });
        on.Timer("reminder", turn => turn.Says("reminded"));
        on.Event("order.paid", (turn, payload) => turn.Says($"paid after {turn.State.N}"));
        on.Merge((mine, theirs) => new Count(mine.N + theirs.N));
        on.Says("once", async turn =>
        {
            var made = await turn.Once("make", async aborted =>
            {
                await probe.EnterAsync("made", aborted);
                return new Count(probe.RunsOf("made"));
            });
            await probe.EnterAsync("after", turn.Aborted);
            await turn.Says($"made {made.N}");
        });
        on.Otherwise(CountAsync);
    }

    private async Task CountAsync(Turn<Count> turn)
    {
        var text = (turn.Message as TextReceived)?.Body ?? "";
        var n = turn.State.N;
        await probe.EnterAsync(text, turn.Aborted);
        turn.State = new Count(n + 1);
        foreach (var part in text.Split('|'))
            await turn.Says($"{n + 1}: {part}");
    }
}

/// <summary>Where a test watches, holds and breaks the flow.</summary>
internal sealed class FlowProbe
{
    private readonly ConcurrentDictionary<string, int> _runs = new(StringComparer.Ordinal);

    public Func<string, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    public int RunsOf(string text) => _runs.GetValueOrDefault(text);

    public async Task EnterAsync(string text, CancellationToken aborted)
    {
        _runs.AddOrUpdate(text, 1, (_, runs) => runs + 1);
        await Task.Yield();
        await During(text, aborted);
    }
}

[JsonSerializable(typeof(Count))]
internal sealed partial class CountJson : JsonSerializerContext;
