using System.Collections;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Engine.Turns;

/// <summary>The events behind the first of a lane; each is decrypted when it is asked for.</summary>
internal sealed class FollowingEvents(IReadOnlyList<LaneEvent> events, Store store, Func<LaneEvent, Store, TurnEvent> read) : IReadOnlyList<TurnEvent>
{
    // A merge has its own turn, and what comes after it waits for that.
    public int Count { get; } = events.Skip(1).TakeWhile(next => next.Kind != StorageRules.MergeKind).Count();

    public TurnEvent this[int index] => read(events[index + 1], store);

    public IEnumerator<TurnEvent> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
