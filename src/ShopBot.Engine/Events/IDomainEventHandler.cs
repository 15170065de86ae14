namespace ShopBot.Engine.Events;

/// <summary>
/// Acts on domain events after their commit: counts them, tells another system. Registered by <c>AddEventHandler</c> and made anew, with its scoped services, for every event.
/// Events of one conversation come one after another; different conversations at the same time.
/// </summary>
public interface IDomainEventHandler
{
    /// <summary>
    /// Handles one event. When it throws, the event is delivered again to every handler after a while, and the later events of its conversation wait; so handle a repeated
    /// event as one.
    /// </summary>
    /// <param name="occurred">The event.</param>
    /// <param name="cancellationToken">Ends when the delivery takes too long or its lease is lost.</param>
    ValueTask HandleAsync(DomainEvent occurred, CancellationToken cancellationToken);
}
