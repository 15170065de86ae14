namespace WhatsApp.Client.Webhooks;

/// <summary>Finds the card of a message's sender by id: the platform does not promise that cards and messages are in the same order.</summary>
internal ref struct ContactIndex(ReadOnlySpan<byte> json, Span<ContactDraft> contacts)
{
    private const int FewEnoughToSearch = 8;
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly Span<ContactDraft> _contacts = contacts;
    private Dictionary<string, int>? _byId;

    public readonly ref readonly ContactDraft this[int index] => ref _contacts[index];

    /// <summary>The index of this sender's card, or -1.</summary>
    /// <param name="position">The message's own position, where its card usually is.</param>
    public int Find(TextSlice userId, TextSlice waId, int position)
    {
        if ((uint)position < (uint)_contacts.Length && userId.IsPresent && IsSame(_contacts[position].UserId, userId))
            return position;
        var found = Find(userId);
        if (found < 0 && Find(waId) is var byPhone && byPhone >= 0 && !(userId.IsPresent && _contacts[byPhone].UserId.IsPresent))
            found = byPhone;
        return found;
    }

    private int Find(TextSlice id)
    {
        if (!id.IsPresent)
            return -1;
        if (_contacts.Length > FewEnoughToSearch)
            return (_byId ??= Index()).GetValueOrDefault(id.Read(_json)!, -1);
        for (var i = 0; i < _contacts.Length; i++)
        {
            if (IsSame(_contacts[i].UserId, id) || IsSame(_contacts[i].WaId, id))
                return i;
        }

        return -1;
    }

    /// <summary>A user id has letters and a phone number has none, so one dictionary holds both.</summary>
    private readonly Dictionary<string, int> Index()
    {
        var byId = new Dictionary<string, int>(_contacts.Length * 2, StringComparer.Ordinal);
        for (var i = 0; i < _contacts.Length; i++)
        {
            if (_contacts[i].UserId.Read(_json) is { } userId)
                byId.TryAdd(userId, i);
            if (_contacts[i].WaId.Read(_json) is { } waId)
                byId.TryAdd(waId, i);
        }

        return byId;
    }

    private readonly bool IsSame(TextSlice one, TextSlice other)
    {
        if (!one.IsPresent || !other.IsPresent)
            return false;
        return one.IsEscaped || other.IsEscaped ? one.Read(_json) == other.Read(_json) : one.In(_json).SequenceEqual(other.In(_json));
    }
}
