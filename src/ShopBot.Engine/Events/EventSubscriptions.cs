using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.Engine.Events;

/// <summary>Who listens to what.</summary>
internal sealed class EventSubscriptions(IEnumerable<EventSubscription> subscriptions)
{
    private readonly EventSubscription[] _all = [.. subscriptions];

    public bool Any => _all.Length > 0;

    /// <summary>Whether an event of this kind is to be delivered.</summary>
    public bool Wants(string kind)
    {
        foreach (var subscription in _all)
        {
            if (subscription.Wants(kind))
                return true;
        }

        return false;
    }

    public IEnumerable<IDomainEventHandler> Handlers(string kind, IServiceProvider services) =>
        _all.Where(subscription => subscription.Wants(kind)).Select(subscription => subscription.Create(services));
}

/// <summary>One handler and the kinds it listens to; none means all.</summary>
internal sealed record EventSubscription(Func<IServiceProvider, IDomainEventHandler> Create, IReadOnlyList<string> Kinds)
{
    public bool Wants(string kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}
