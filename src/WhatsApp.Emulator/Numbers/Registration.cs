namespace WhatsApp.Emulator;

/// <summary>Whether a number is registered on the Cloud API, its two-step PIN, and the limits on trying.</summary>
internal sealed class Registration(EmulatedCloud cloud, bool isRegistered, string? pin)
{
    private const int MaxTries = 10;
    private const int MaxWrongPins = 5;
    private static readonly TimeSpan TriesWithin = TimeSpan.FromHours(72);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _tries = new();
    private int _wrongPins;
    private DateTimeOffset _lockedUntil;

    public bool IsRegistered { get; private set; } = isRegistered;
    public string? Pin { get; private set; } = pin;

    /// <summary>Sent by SMS or voice, not entered yet.</summary>
    public string? Code { get; set; }

    /// <summary>The key of flows has to be uploaded again after each registration.</summary>
    public int Times { get; private set; }

    public void SetPin(string pin)
    {
        lock (_lock)
            Pin = pin;
    }

    /// <exception cref="GraphException">133005, 133008 or 133016.</exception>
    public void Register(string given)
    {
        lock (_lock)
        {
            RequireTry();
            if (cloud.Time.GetUtcNow() < _lockedUntil)
                throw new GraphException(GraphError.Of(133008, "Too many wrong two-step verification PINs; wait an hour."));
            if (Pin is not null && Pin != given)
            {
                if (++_wrongPins >= MaxWrongPins)
                    (_wrongPins, _lockedUntil) = (0, cloud.Time.GetUtcNow().AddHours(1));
                throw new GraphException(GraphError.Of(133005, "The two-step verification PIN does not match."));
            }

            (Pin, IsRegistered, _wrongPins) = (given, true, 0);
            Times++;
        }
    }

    /// <exception cref="GraphException">133010 or 133016.</exception>
    public void Deregister()
    {
        lock (_lock)
        {
            RequireTry();
            if (!IsRegistered)
                throw new GraphException(GraphError.Of(133010, "The number is not registered on the Cloud API."));
            IsRegistered = false;
        }
    }

    private void RequireTry()
    {
        var now = cloud.Time.GetUtcNow();
        while (_tries.TryPeek(out var oldest) && now - oldest >= TriesWithin)
            _tries.Dequeue();
        if (_tries.Count >= MaxTries)
            throw new GraphException(GraphError.Of(133016, "The number was registered or deregistered 10 times within 72 hours."));
        _tries.Enqueue(now);
    }
}
