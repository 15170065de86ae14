namespace WhatsApp.Emulator;

/// <summary>What one person and one business have written to each other.</summary>
internal sealed class Chat(EmulatedCloud cloud, EmulatedPhone phone, EmulatedNumber number)
{
    private static readonly TimeSpan TypingFor = TimeSpan.FromSeconds(25);

    private readonly Lock _lock = new();
    private readonly List<ChatMessage> _messages = [];
    private readonly Dictionary<string, OutgoingMessage> _unread = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset? _writtenAt;
    private DateTimeOffset _typingUntil;

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

    public bool IsWindowOpen(TimeSpan window)
    {
        lock (_lock)
            return _writtenAt is { } at && cloud.Time.GetUtcNow() - at < window;
    }

    public ChatMessage[] Messages()
    {
        lock (_lock)
            return [.. _messages];
    }

    public ChatMessage? Find(string? id)
    {
        lock (_lock)
            return id is null ? null : _messages.FindLast(message => message.Id == id);
    }

    /// <summary>The person writes.</summary>
    public void Say(ChatMessage message, bool opensWindow)
    {
        lock (_lock)
        {
            if (opensWindow)
                _writtenAt = message.At;
            if (message.Type == "reaction")
                return;
            Add(message);
        }
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
            Add(MessageReader.Read(message, at, cloud.Media));
        }
    }

    /// <summary>Moves a message of the business on. False when the step has been reported before.</summary>
    public bool Progress(OutgoingMessage message, string status)
    {
        lock (_lock)
        {
            if (status == "read" && !_unread.Remove(message.Id))
                return false;
            Change(message.Id, shown => Rank(shown.Status) < Rank(status) ? shown with { Status = status } : shown);
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
        cloud.Work.Run(async stopping =>
        {
            if (cloud.Options.StatusDelay > TimeSpan.Zero)
                await Task.Delay(cloud.Options.StatusDelay, cloud.Time, stopping).ConfigureAwait(false);
            MoveOn(id, "delivered");
        });
    }

    /// <summary>The business has read this message and all before it.</summary>
    public void BusinessReads(string id)
    {
        lock (_lock)
        {
            var last = _messages.FindLastIndex(message => message.Id == id);
            for (var i = 0; i <= last; i++)
            {
                if (!_messages[i].IsFromBusiness)
                    MoveOn(_messages[i].Id, "read");
            }
        }
    }

    public void BusinessTypes()
    {
        lock (_lock)
            _typingUntil = cloud.Time.GetUtcNow() + TypingFor;
        phone.Feed.Publish(new PhoneNews(number, null, IsTyping: true));
    }

    public async Task<ChatMessage> WaitForAsync(Func<ChatMessage, bool> match, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_messages.FirstOrDefault(match) is { } found)
                    return found;
                changed = _changed.Task;
            }

            try
            {
                await changed.WaitAsync(deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"No matching message came from number {number.PhoneNumberId} in {timeout.TotalSeconds:0.###} s.");
            }
        }
    }

    private static int Rank(string status) => status switch { "sent" => 1, "delivered" => 2, "read" => 3, _ => 0 };

    private void MoveOn(string id, string status) =>
        Change(id, message => Rank(message.Status) < Rank(status) ? message with { Status = status } : message);

    private void Change(string id, Func<ChatMessage, ChatMessage> change)
    {
        lock (_lock)
        {
            var index = _messages.FindLastIndex(message => message.Id == id);
            if (index < 0 || change(_messages[index]) is var changed && changed == _messages[index])
                return;
            _messages[index] = changed;
            Tell(changed);
        }
    }

    private void Add(ChatMessage message)
    {
        _messages.Add(message);
        number.ChatOfMessage[message.Id] = this;
        while (_messages.Count > cloud.Options.ChatCapacity)
        {
            number.ChatOfMessage.TryRemove(_messages[0].Id, out _);
            _unread.Remove(_messages[0].Id);
            _messages.RemoveAt(0);
        }

        Tell(message);
    }

    private void Tell(ChatMessage message)
    {
        phone.Feed.Publish(new PhoneNews(number, message, IsTyping: false));
        _changed.SetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
