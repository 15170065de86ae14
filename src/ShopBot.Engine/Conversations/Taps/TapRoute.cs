namespace ShopBot.Engine.Conversations;

/// <summary>What a tap's route asks of its buttons. By default one of the flow's current version is good for ever.</summary>
public sealed class TapRoute
{
    private readonly TapTerms _terms;

    internal TapRoute(TapTerms terms) => _terms = terms;

    /// <summary>
    /// Buttons carry a signature under the store's own key, bound to the customer (17 characters of the id). One that was changed, made up or taken from another
    /// person's chat goes to <c>Stale</c>. For taps that decide something: an amount, a discount, somebody else's record.
    /// </summary>
    public TapRoute WithSignature()
    {
        if (_terms.Tool is not null)
            throw new InvalidOperationException("A signed tap decides what only its button may: it cannot be an assistant's tool.");
        _terms.Signed = true;
        return this;
    }

    /// <summary>Buttons are good this long after they were sent, then they go to <c>Stale</c>.</summary>
    /// <param name="lifetime">From one second.</param>
    public TapRoute Expires(TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        _terms.Lifetime = lifetime;
        return this;
    }

    /// <summary>Buttons of the flow's older versions, from this one on, still mean the same and are honoured.</summary>
    /// <param name="version">The oldest of them.</param>
    public TapRoute Since(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        _terms.Since = version;
        return this;
    }

    /// <summary>An assistant may do the same as this button. Without it, none can.</summary>
    /// <param name="description">What it does, in one sentence to the model.</param>
    /// <exception cref="InvalidOperationException">The tap is signed.</exception>
    public TapRoute Tool(string description)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        if (_terms.Signed)
            throw new InvalidOperationException("A signed tap decides what only its button may: it cannot be an assistant's tool.");
        _terms.Tool = description;
        return this;
    }
}
