using ShopBot.Engine.Storage;

namespace ShopBot.Storage.Testing.Simulation;

/// <summary>What must be true, written down beside the provider as the schedule goes on, and compared at its end.</summary>
internal sealed class Books
{
    private readonly Dictionary<LaneKey, long> _fences = [];
    private readonly Dictionary<LaneKey, List<Guid>> _written = [];
    private readonly Dictionary<LaneKey, List<Guid>> _arrived = [];
    private readonly Dictionary<LaneKey, List<Guid>> _facts = [];
    private readonly Dictionary<LaneKey, List<Guid>> _delivered = [];
    private readonly HashSet<string> _parked = [];
    private readonly Dictionary<string, int> _calls = [];
    private readonly HashSet<string> _kept = [];

    public IReadOnlyCollection<LaneKey> Lanes => _fences.Keys;

    public void Leased(LaneWork work)
    {
        Assert.True(work.Fence >= _fences.GetValueOrDefault(work.Lane), "A lease came with an older fence.");
        _fences[work.Lane] = work.Fence;
        Assert.Equal(work.Events.OrderBy(item => item.Seq), work.Events);
    }

    public void Committed(TurnCommit turn)
    {
        Assert.True(_fences[turn.Lane] == turn.Fence, "A turn was committed under an old fence.");
        Of(_written, turn.Lane).AddRange(turn.Outbox.Select(message => message.Id));
        Of(_facts, turn.Lane).AddRange(turn.Events.Select(fact => fact.Id));
    }

    public void Parked(string key) => _parked.Add(key);

    /// <summary>An outside call is made: once per event, unless its result could not be kept. A host whose lease was taken from it cannot know better.</summary>
    public int Called(LaneWork work, string key)
    {
        Assert.False(_fences[work.Lane] == work.Fence && _kept.Contains(key), "An outside call was repeated though its result was kept.");
        return _calls[key] = _calls.GetValueOrDefault(key) + 1;
    }

    public void Kept(string key) => _kept.Add(key);

    public void Arrived(SendWork send)
    {
        var arrived = Of(_arrived, send.Lane);
        if (arrived.Contains(send.OutboxId))
            Assert.True(send.MaybeDuplicate, "A second copy was sent without saying so.");
        else
            arrived.Add(send.OutboxId);
    }

    public void Delivered(LaneKey lane, LoggedEvent fact)
    {
        var delivered = Of(_delivered, lane);
        if (!delivered.Contains(fact.Id))
            delivered.Add(fact.Id);
    }

    /// <summary>Compares the states of all lanes, and what left the cluster, with what went in.</summary>
    public void Balance(IReadOnlyList<Message> messages, IReadOnlyDictionary<LaneKey, string[]> states)
    {
        foreach (var lane in _written.Keys)
        {
            Assert.Equal(_written[lane], Of(_arrived, lane));
            Assert.Equal(_facts[lane], Of(_delivered, lane));
        }

        var handled = states.Values.SelectMany(keys => keys).ToList();
        Assert.Equal(handled.Count, handled.Distinct().Count());
        Assert.Equal(messages.Select(message => message.Key).Order(), handled.Concat(_parked).Order());
    }

    private static List<Guid> Of(Dictionary<LaneKey, List<Guid>> book, LaneKey lane)
    {
        if (!book.TryGetValue(lane, out var page))
            book.Add(lane, page = []);
        return page;
    }
}
