namespace WhatsApp.Emulator;

/// <summary>What one person and one business have written to each other.</summary>
internal sealed class Chat(EmulatedCloud cloud, EmulatedPhone phone, EmulatedNumber number)
{
    private static readonly TimeSpan TypingFor = TimeSpan.FromSeconds(25);

    private readonly Lock _lock = new();
    private readonly ChatLog _log = new();
    private readonly Dictionary<string, OutgoingMessage> _unread = new(StringComparer.Ordinal);
    private readonly List<ChatWaiter> _waiters = [];
    private DateTimeOffset? _writtenAt;
    private DateTimeOffset _typingUntil;
    private DateTimeOffset _freeUntil;
    private bool _cameByAd;
    private int _droppedEarly;

    public EmulatedPhone Phone => phone;
    public EmulatedNumber Number => number;
    public TokenBucket Pair { get; } = new(cloud.Options.PairBurst, cloud.Options.PairInterval, cloud.Time);

    /// <summary>When the business last wrote to the phone number itself, which lets it see that number.</summary>
    public DateTimeOffset WrittenToPhoneAt { get; private set; } = DateTimeOffset.MinValue;

    public bool IsTyping
    {
        get
        {
            lock (_lock)
                return cloud.Time.GetUtcNow() < _typingUntil;
        }
    }

    /// <summary>Whether everything is free because the person came by an ad and was answered.</summary>
    public bool IsFreeEntry
    {
        get
        {
            lock (_lock)
                return cloud.Time.GetUtcNow() < _freeUntil;
        }
    }

    /// <summary>When the free entry ends.</summary>
    public DateTimeOffset FreeUntil
    {
        get
        {
            lock (_lock)
                return _freeUntil;
        }
    }

    /// <summary>When the person last wrote or called, or null.</summary>
    public DateTimeOffset? WrittenAt
    {
        get
        {
            lock (_lock)
                return _writtenAt;
        }
    }

    public bool IsWindowOpen(TimeSpan window)
    {
        lock (_lock)
            return _writtenAt is { } at && cloud.Time.GetUtcNow() - at < window;
    }

    public ChatMessage[] Messages()
    {
        lock (_lock)
            return _log.ToArray();
    }

    public ChatMessage? Find(string? id)
    {
        lock (_lock)
            return id is null ? null : _log.Find(id);
    }

    /// <summary>The person calls, which opens the window like a message.</summary>
    public void Call()
    {
        lock (_lock)
            _writtenAt = cloud.Time.GetUtcNow();
    }

    /// <summary>The next answer of the business opens the free entry.</summary>
    public void ComeByAd()
    {
        lock (_lock)
            _cameByAd = true;
    }

    /// <summary>The business answers; the first answer to an ad opens seven free days.</summary>
    public void Answered(TimeSpan freeFor)
    {
        lock (_lock)
        {
            if (!_cameByAd)
                return;
            _cameByAd = false;
            _freeUntil = cloud.Time.GetUtcNow() + freeFor;
        }
    }

    /// <summary>The person writes.</summary>
    public void Say(ChatMessage message, bool opensWindow)
    {
        lock (_lock)
        {
            if (opensWindow && (_writtenAt is not { } last || last < message.At))
                _writtenAt = message.At;
            if (message.Type == "reaction")
                return;
            Add(message);
        }

        cloud.History.Added(this);
    }

    /// <summary>The person reacts to a message; an empty emoji takes it back.</summary>
    public void React(string id, string emoji) => Change(id, message => message with { Reaction = emoji.Length == 0 ? null : emoji });

    /// <summary>A message of the business arrives.</summary>
    public void Receive(OutgoingMessage message)
    {
        var at = cloud.Time.GetUtcNow();
        lock (_lock)
        {
            if (message.Recipient.ByPhone)
                WrittenToPhoneAt = at;
            if (message.IsReaction)
            {
                var reaction = message.Payload.GetProperty("reaction");
                React(reaction.GetProperty("message_id").GetString()!, reaction.GetProperty("emoji").GetString()!);
                return;
            }

            _typingUntil = default;
            _unread[message.Id] = message;
            var shown = MessageReader.Read(message, at, cloud.Media);
            Add(shown);
            cloud.Followers.Arrived(phone, number, shown);
        }

        cloud.History.Added(this);
    }

    /// <summary>Moves a message of the business on. False when the step has been reported before.</summary>
    public bool Progress(OutgoingMessage message, string status)
    {
        lock (_lock)
        {
            if (status == "read" && !_unread.Remove(message.Id))
                return false;
            MoveOn(message.Id, status);
            return true;
        }
    }

    /// <summary>The person looks at the chat: what was delivered becomes read.</summary>
    public IReadOnlyList<OutgoingMessage> TakeUnread()
    {
        lock (_lock)
        {
            var delivered = _unread.Values.Where(message => Find(message.Id) is not { } shown || shown.Status == "delivered").ToArray();
            foreach (var message in delivered)
                Progress(message, "read");
            return delivered;
        }
    }

    /// <summary>The webhook for a message of the person was accepted: one tick now, the second a little later.</summary>
    public void Accepted(string id)
    {
        MoveOn(id, "sent");
        if (cloud.Options.StatusDelay <= TimeSpan.Zero)
        {
            MoveOn(id, "delivered");
            return;
        }

        cloud.Work.Run(async _ =>
        {
            await cloud.StatusDelay.WaitAsync().ConfigureAwait(false);
            MoveOn(id, "delivered");
        });
    }

    /// <summary>The business has read this message and all before it.</summary>
    public void BusinessReads(string id)
    {
        lock (_lock)
        {
            foreach (var message in _log.UpTo(id).Where(message => !message.IsFromBusiness).TakeWhile(message => message.Status != "read").ToArray())
                MoveOn(message.Id, "read");
        }
    }

    public void BusinessTypes()
    {
        lock (_lock)
            _typingUntil = cloud.Time.GetUtcNow() + TypingFor;
        cloud.Feed.Publish(new PhoneNews(phone, number, null, IsTyping: true));
    }

    /// <summary>Makes room when all chats together hold too many messages.</summary>
    public void DropOldest()
    {
        lock (_lock)
        {
            if (_droppedEarly > 0)
                _droppedEarly--;
            else
                Drop();
        }
    }

    public async Task<ChatMessage> WaitForAsync(Func<ChatMessage, bool> match, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var waiter = new ChatWaiter(match);
        ChatMessage[] known;
        lock (_lock)
        {
            known = _log.ToArray();
            _waiters.Add(waiter);
        }

        try
        {
            return Array.Find(known, message => match(message)) ?? await waiter.Found.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"No matching message came from number {number.PhoneNumberId} in {timeout.TotalSeconds:0.###} s.");
        }
        finally
        {
            lock (_lock)
                _waiters.Remove(waiter);
        }
    }

    private static int Rank(string status) => status switch { "sent" => 1, "delivered" => 2, "read" => 3, "played" => 4, _ => 0 };

    private void MoveOn(string id, string status)
    {
        lock (_lock)
        {
            if (_log.Find(id) is { } message && Rank(message.Status) < Rank(status))
                Put(message with { Status = status });
        }
    }

    private void Change(string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (_lock)
        {
            if (_log.Find(id) is { } message && change(message) is var changed && changed != message)
                Put(changed);
        }
    }

    private void Put(ChatMessage changed)
    {
        _log.Replace(changed);
        Tell(changed);
    }

    private void Add(ChatMessage message)
    {
        _log.Add(message);
        number.ChatOfMessage[message.Id] = this;
        while (_log.Count > cloud.Options.ChatCapacity)
        {
            Drop();
            _droppedEarly++;
        }

        Tell(message);
    }

    private void Drop()
    {
        if (!_log.TryDropOldest(out var oldest))
            return;
        number.ChatOfMessage.TryRemove(oldest.Id, out _);
        _unread.Remove(oldest.Id);
    }

    private void Tell(ChatMessage message)
    {
        cloud.Feed.Publish(new PhoneNews(phone, number, message, IsTyping: false));
        foreach (var waiter in _waiters)
            waiter.Offer(message);
    }
}
