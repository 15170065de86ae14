using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Lanes;

/// <summary>Hosts that append, work, die and come too late, in an order drawn from a seed.</summary>
public abstract class InterleavingTests(Func<StorageHarness> open) : StorageTests(open)
{
    private static readonly string[] People = ["ada", "grace", "alan"];

    private readonly Dictionary<string, List<string>> _accepted = People.ToDictionary(person => person, _ => new List<string>());
    private readonly Dictionary<string, List<string>> _sent = People.ToDictionary(person => person, _ => new List<string>());
    private readonly List<(LaneWork Work, string Owner)> _turns = [];
    private readonly List<(SendWork Send, string Owner)> _sends = [];
    private int _next;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_event_is_handled_once_and_in_order_and_every_reply_sent_in_order(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 200; step++)
            await StepAsync(random);

        await DrainAsync();

        foreach (var person in People)
        {
            Assert.Equal(_accepted[person], await HandledAsync(person));
            Assert.Equal(_accepted[person].Select(key => $"reply to {key}"), _sent[person]);
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 8)];

    private async Task StepAsync(Random random)
    {
        var owner = $"host-{random.Next(3)}";
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                await AppendSomeAsync(random, random.Next(2) == 0 ? owner : null);
                break;
            case 3:
                await ClaimSomeAsync(owner, random.Next(4));
                break;
            case 4 or 5 or 6 when _turns.Count > 0:
                await EndTurnAsync(random);
                break;
            case 7 or 8 when _sends.Count > 0:
                await EndSendAsync(random);
                break;
            case 9:
                Pass(TimeSpan.FromSeconds(random.Next(15)));
                await SweepAsync();
                break;
        }
    }

    // Some keys come twice: in the same group and again later.
    private async Task AppendSomeAsync(Random random, string? owner)
    {
        var group = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(5) == 0 && _next > 0 ? random.Next(_next) : _next++)
            .Select(n => (Person: People[n % People.Length], Key: $"m{n}")).ToList();
        var results = await AppendAllAsync([.. group.Select(item => Event(item.Key, item.Person))], owner);
        for (var i = 0; i < group.Count; i++)
        {
            if (results[i].Outcome == AppendOutcome.Appended)
                _accepted[group[i].Person].Add(group[i].Key);

            if (results[i].Work is { } work)
                _turns.Add((work, owner!));
        }
    }

    private async Task ClaimSomeAsync(string owner, int max)
    {
        var claimed = await ClaimAsync(owner, max, max);
        _turns.AddRange(claimed.Lanes.Select(work => (work, owner)));
        foreach (var send in claimed.Sends)
            Begin(send, owner);
    }

    // The host dies, commits (perhaps far too late), or gives up for a while.
    private async Task EndTurnAsync(Random random)
    {
        var (work, owner) = TakeOne(_turns, random);
        switch (random.Next(6))
        {
            case 0:
                return;
            case 1:
                await ParkAsync(Sample.Park(work, Now.AddSeconds(random.Next(5))));
                return;
        }

        var handled = work.Events.Take(random.Next(1, work.Events.Count + 1)).ToList();
        var result = await CommitAsync(Handle(work, handled) with { SendAs = random.Next(2) == 0 ? owner : null });
        if (result.Work is { } next)
            _turns.Add((next, owner));

        if (result.Send is { } send)
            Begin(send, owner);
    }

    private async Task EndSendAsync(Random random)
    {
        var (send, owner) = TakeOne(_sends, random);
        var messageRef = $"ref-{send.OutboxId:N}-{send.Attempt}";
        switch (random.Next(6))
        {
            case 0:
                return;
            case 1:
                await AppendAsync(Sample.Status(Store, DeliveryStatus.Delivered, messageRef, send.OutboxId));
                break;
        }

        var outcome = (SendOutcome)random.Next(4);
        var close = Sample.Close(send, outcome == SendOutcome.Rejected ? SendOutcome.Sent : outcome, messageRef, owner);
        var result = await CommitAsync(close with { RetryAt = Now.AddSeconds(random.Next(3)) });
        if (result.Send is { } next)
            Begin(next, owner);
    }

    private static TurnCommit Handle(LaneWork work, List<LaneEvent> handled) => Sample.Turn(work) with
    {
        State = Sample.Bytes(string.Join(' ', Handled(work).Concat(handled.Select(item => item.EventKey)))),
        HandledThrough = handled[^1].Seq,
        Outbox = [.. handled.Select(item => Sample.Message($"reply to {item.EventKey}"))],
    };

    private static string[] Handled(LaneWork work) => Sample.Text(work.State).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // The first attempts must come in order; a later one repeats the head and nothing else.
    private void Begin(SendWork send, string owner)
    {
        _sends.Add((send, owner));
        var sent = _sent[send.Aliases[0].Hash];
        var text = Sample.Text(send.Payload);
        if (send.Attempt == 1)
            sent.Add(text);
        else
            Assert.Equal(sent[^1], text);
    }

    // Whatever was in hand is lost with its host; a new one finishes what is left.
    private async Task DrainAsync()
    {
        _turns.Clear();
        _sends.Clear();
        for (var idle = 0; idle < 5; idle++)
        {
            Pass(TimeSpan.FromSeconds(30));
            await SweepAsync();
            await ClaimSomeAsync(Host, 100);
            idle = _turns.Count + _sends.Count > 0 ? 0 : idle;
            foreach (var (work, _) in _turns)
                await CommitAsync(Handle(work, [.. work.Events]));

            _turns.Clear();
            for (var i = 0; i < _sends.Count; i++)
            {
                var (send, owner) = _sends[i];
                var close = Sample.Close(send, SendOutcome.Sent, $"ref-{send.OutboxId:N}-{send.Attempt}", owner);
                if ((await CommitAsync(close)).Send is { } next)
                    Begin(next, owner);
            }

            _sends.Clear();
        }
    }

    private async Task<string[]> HandledAsync(string person) => Handled(await LeaseAsync($"end of {person}", person));

    private static T TakeOne<T>(List<T> items, Random random)
    {
        var index = random.Next(items.Count);
        var item = items[index];
        items.RemoveAt(index);
        return item;
    }
}
