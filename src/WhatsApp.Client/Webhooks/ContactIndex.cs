namespace WhatsApp.Client.Webhooks;

/// <summary>Finds the card of a message's sender by id: the platform does not promise that cards and messages are in the same order.</summary>
internal readonly ref struct ContactIndex
{
    private const int FewEnoughToSearch = 8;
    private readonly ref readonly DraftBuffer<ContactDraft> _contacts;
    private readonly int _first;
    private readonly int _count;
    private readonly Dictionary<string, int>? _byId;

    public ContactIndex(ref readonly DraftBuffer<ContactDraft> contacts, int first, int count)
    {
        (_first, _count) = (first, count);
        _contacts = ref contacts;
        if (count <= FewEnoughToSearch)
            return;

        // A user id has letters and a phone number has none, so one dictionary holds both.
        _byId = new Dictionary<string, int>(count * 2, StringComparer.Ordinal);
        for (var i = first; i < first + count; i++)
        {
            if (contacts[i].UserId is { } userId)
                _byId.TryAdd(userId, i);
            if (contacts[i].WaId is { } waId)
                _byId.TryAdd(waId, i);
        }
    }

    /// <summary>The card of this sender; an empty one when there is none.</summary>
    public ContactDraft Find(string? userId, string? waId)
    {
        var found = Find(userId);
        if (found < 0 && Find(waId) is var byPhone && byPhone >= 0 && (userId is null || _contacts[byPhone].UserId is null))
            found = byPhone;
        return found < 0 ? default : _contacts[found];
    }

    private int Find(string? id)
    {
        if (id is null)
            return -1;
        if (_byId is not null)
            return _byId.GetValueOrDefault(id, -1);
        for (var i = _first; i < _first + _count; i++)
        {
            if (_contacts[i].UserId == id || _contacts[i].WaId == id)
                return i;
        }

        return -1;
    }
}
