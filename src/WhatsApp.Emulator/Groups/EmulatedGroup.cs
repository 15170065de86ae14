namespace WhatsApp.Emulator;

/// <summary>A group that a business number made. People join by its invite link.</summary>
public sealed class EmulatedGroup
{
    private const int MaxMembers = 8;
    private const int MaxKnown = 1_000;

    private readonly EmulatedCloud _cloud;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, EmulatedPhone> _requests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _knownOrder = new();
    private volatile EmulatedPhone[] _members = [];

    internal EmulatedGroup(EmulatedCloud cloud, EmulatedNumber number, string subject, string? description, bool needsApproval)
    {
        _cloud = cloud;
        Number = number;
        Subject = subject;
        Description = description;
        NeedsApproval = needsApproval;
        CreatedAt = cloud.Time.GetUtcNow();
    }

    /// <summary>The id; sends name it in <c>to</c> with <c>recipient_type</c> group.</summary>
    public string Id { get; } = "G" + MessageIds.NewObject();

    /// <summary>The number that made it.</summary>
    public EmulatedNumber Number { get; }

    /// <summary>Its name.</summary>
    public string Subject { get; internal set; }

    /// <summary>What it is about, or null.</summary>
    public string? Description { get; internal set; }

    /// <summary>The people in it, without the business.</summary>
    public IReadOnlyList<EmulatedPhone> Members => _members;

    /// <summary>Refuses sends with 131207. Default false.</summary>
    public bool IsSuspended { get; private set; }

    internal bool NeedsApproval { get; }
    internal bool IsDeleted { get; set; }
    internal DateTimeOffset CreatedAt { get; }
    internal string InviteCode { get; private set; } = MessageIds.NewCode(22);
    internal string InviteLink => $"https://chat.whatsapp.com/{InviteCode}";

    internal IReadOnlyList<(string Id, EmulatedPhone Phone)> Requests
    {
        get
        {
            lock (_lock)
                return [.. _requests.Select(pair => (pair.Key, pair.Value))];
        }
    }

    /// <summary>Joins by the invite link, at once or after approval.</summary>
    /// <exception cref="InvalidOperationException">The group is full, or the person is in it.</exception>
    public Task JoinAsync(EmulatedPhone phone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        lock (_lock)
        {
            if (_members.Contains(phone))
                throw new InvalidOperationException("The person is in the group.");
            if (_members.Length >= MaxMembers)
                throw new InvalidOperationException($"The group has {MaxMembers} people already.");
            if (NeedsApproval)
            {
                var request = MessageIds.NewOpaque(9);
                _requests[request] = phone;
                return GroupEvents.JoinRequestAsync(this, phone, request, _cloud, cancellationToken);
            }

            _members = [.. _members, phone];
        }

        return GroupEvents.AddedAsync(this, [phone], _cloud, cancellationToken);
    }

    /// <summary>Leaves the group.</summary>
    public Task LeaveAsync(EmulatedPhone phone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return Remove(phone) ? GroupEvents.RemovedAsync(this, [phone], "participant", _cloud, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Suspends the group, or lifts the suspension, and tells of it by <c>group_status_update</c>.</summary>
    public Task SuspendAsync(bool isSuspended, CancellationToken cancellationToken = default)
    {
        IsSuspended = isSuspended;
        return GroupEvents.StatusAsync(this, isSuspended ? "group_suspend" : "group_suspend_cleared", _cloud, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedGroup {Id}";

    internal void ResetInvite() => InviteCode = MessageIds.NewCode(22);

    internal bool Remove(EmulatedPhone phone)
    {
        lock (_lock)
        {
            if (!_members.Contains(phone))
                return false;
            _members = [.. _members.Where(member => member != phone)];
            return true;
        }
    }

    /// <summary>Answers a join request; null when there is none with this id.</summary>
    internal EmulatedPhone? Answer(string request, bool isApproved)
    {
        lock (_lock)
        {
            if (!_requests.Remove(request, out var phone))
                return null;
            if (isApproved)
                _members = [.. _members, phone];
            return phone;
        }
    }

    internal void Remember(OutgoingMessage message) => Remember(message.Id);

    internal void Remember(string messageId)
    {
        lock (_lock)
        {
            _known.Add(messageId);
            _knownOrder.Enqueue(messageId);
            if (_knownOrder.Count > MaxKnown)
                _known.Remove(_knownOrder.Dequeue());
        }
    }

    internal bool Knows(string messageId)
    {
        lock (_lock)
            return _known.Contains(messageId);
    }
}
