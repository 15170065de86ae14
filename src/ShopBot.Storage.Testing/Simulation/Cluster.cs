using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Testing.Simulation;

/// <summary>One schedule: everything that happens is drawn from the seed, one thing at a time.</summary>
internal sealed partial class Cluster
{
    private const int Steps = 160;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SendDeadline = TimeSpan.FromSeconds(5);
    private readonly ILaneStore _store;
    private readonly int _seed;
    private readonly Random _random;
    private readonly Books _books = new();
    private readonly List<Person> _people = [];
    private readonly List<Message> _messages = [];
    private readonly List<StatusAppend> _statuses = [];
    private readonly List<string> _trace = [];
    private readonly SimulatedHost[] _hosts;
    private DateTimeOffset _now;
    private int _lives;
    private bool _calm;

    public Cluster(ILaneStore store, int seed, DateTimeOffset start)
    {
        _store = store;
        _seed = seed;
        _random = new Random(seed);
        _now = start;
        for (var i = 0; i < 2; i++)
        {
            var tenant = StoreId.New(start);
            for (var person = 0; person < 2; person++)
                _people.Add(new Person(tenant, $"{seed}-{i}-{person}"));
        }

        _hosts = [Born(), Born(), Born()];
    }

    public IEnumerable<StoreId> Stores => _people.Select(person => person.Store).Distinct();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var step = 0; step < Steps; step++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await StepAsync();
            }

            await CalmDownAsync(cancellationToken);
            await CheckAsync();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"Seed {_seed} fails: {e.Message}\nThe last steps:\n{string.Join('\n', _trace.TakeLast(40))}", e);
        }
    }

    private SimulatedHost Born() => new($"sim-{_seed}-{_lives++}", TimeSpan.FromMilliseconds(_random.Next(-1500, 1500)));

    private DateTimeOffset NowOf(SimulatedHost host) => _now + host.Skew;

    private Task StepAsync()
    {
        var host = _hosts[_random.Next(_hosts.Length)];
        _now += TimeSpan.FromMilliseconds(_random.Next(0, 400));
        switch (_random.Next(100))
        {
            case < 14:
                Write();
                return Task.CompletedTask;
            case < 32:
                return DeliverAsync(host);
            case < 52:
                return TurnAsync(host);
            case < 64:
                return SendAsync(host);
            case < 72:
                return CloseAsync(host);
            case < 78:
                return FactsAsync(host);
            case < 84:
                return StatusAsync(host);
            case < 90:
                return ClaimAsync(host);
            case < 93:
                return SweepAsync(host);
            case < 95:
                return RenewAsync(host);
            case < 97:
                Die(Array.IndexOf(_hosts, host));
                return Task.CompletedTask;
            default:
                Jump();
                return Task.CompletedTask;
        }
    }

    private void Write()
    {
        var person = Pick(_people);
        _messages.Add(new Message(person, (Naming)_random.Next(3), $"m{_seed}-{_messages.Count}"));
    }

    private void Die(int index)
    {
        Trace($"{_hosts[index].Name} dies");
        _hosts[index] = Born();
    }

    private void Jump()
    {
        var by = _random.Next(3) switch
        {
            0 => TimeSpan.FromSeconds(-_random.Next(1, 20)),
            1 => Lease,
            _ => TimeSpan.FromSeconds(_random.Next(1, 60)),
        };
        Trace($"the clock jumps by {by}");
        _now += by;
    }

    /// <summary>No more faults: everything that is under way comes to its end, or the schedule has found a way to get stuck.</summary>
    private async Task CalmDownAsync(CancellationToken cancellationToken)
    {
        _calm = true;
        for (var i = 0; i < _hosts.Length; i++)
            _hosts[i] = new SimulatedHost($"sim-{_seed}-{_lives++}", TimeSpan.Zero);
        for (var round = 0; round < 300; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var host = _hosts[round % _hosts.Length];
            while (_messages.Exists(message => !message.Acknowledged))
                await DeliverAsync(host);
            while (_statuses.Count > 0)
                await StatusAsync(host);
            await ClaimAsync(host);
            while (!host.IsIdle)
            {
                await TurnAsync(host);
                await SendAsync(host);
                await CloseAsync(host);
                await FactsAsync(host);
            }

            var swept = await SweepAsync(host);
            if (!swept.Due && swept.NextDue is null && _statuses.Count == 0)
                return;
            _now += TimeSpan.FromSeconds(3);
        }

        Assert.Fail("The cluster did not come to rest.");
    }

    private async Task CheckAsync()
    {
        var states = new Dictionary<LaneKey, string[]>();
        foreach (var lane in _books.Lanes)
        {
            var request = new ClaimRequest("checker", _now + Lease + Lease, Lease, 0, 0) { Wanted = [lane] };
            var work = Assert.Single((await _store.ClaimAsync(request)).Lanes);
            Assert.Empty(work.Events);
            states[lane] = Keys(work);
            await _store.RenewAsync([new RenewItem(lane, work.Fence, DateTimeOffset.MinValue)]);
        }

        _books.Balance(_messages, states);
    }

    private static string[] Keys(LaneWork work) => Sample.Text(work.State).Split(',', StringSplitOptions.RemoveEmptyEntries);

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Takes one out, any.</summary>
    private T Take<T>(List<T> from)
    {
        var index = _random.Next(from.Count);
        var taken = from[index];
        from.RemoveAt(index);
        return taken;
    }

    private bool Chance(int percent) => !_calm && _random.Next(100) < percent;

    private void Trace(string what) => _trace.Add(what);
}
