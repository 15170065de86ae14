using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Everybody with a phone, found by number and by user id. Ids may change.</summary>
internal sealed class PeopleBook(EmulatedCloud cloud)
{
    private readonly ConcurrentDictionary<string, EmulatedPhone> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedPhone> _byWaId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedPhone> _byUserId = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly List<EmulatedPhone> _people = [];
    private EmulatedPhone[]? _snapshot;

    public IReadOnlyList<EmulatedPhone> All
    {
        get
        {
            lock (_lock)
                return _snapshot ??= [.. _people];
        }
    }

    public EmulatedPhone? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The person with this number, also when it is written in the other way its country knows.</summary>
    public EmulatedPhone? ByWaId(string digits)
    {
        if (_byWaId.TryGetValue(digits, out var phone))
            return phone;
        return PhoneForms.Other(digits) is { } other ? _byWaId.GetValueOrDefault(other) : null;
    }

    public EmulatedPhone? ByUserId(EmulatedNumber number, string userId)
    {
        if (_byUserId.TryGetValue(userId, out var phone) && Knows(phone, number, userId))
            return phone;
        if (number.PortfolioId.Length == 0 && number.EnterpriseId is null)
            return null;

        // Ids of further portfolios are made when they are first needed.
        foreach (var person in All)
        {
            if (Knows(person, number, userId))
            {
                _byUserId[userId] = person;
                return person;
            }
        }

        return null;
    }

    public EmulatedPhone Add(string name, string? waId, string? userId, string? username)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (waId is null && userId is null)
            throw new ArgumentException("A person has a phone number, a user id, or both.", nameof(waId));
        if (waId is not null)
            EmulatedCloud.RequireWaId(waId);
        if (userId is not null)
            RequireUserId(userId);

        lock (_lock)
        {
            if ((waId is not null && _byWaId.ContainsKey(waId)) || (userId is not null && _byUserId.ContainsKey(userId)))
                throw new ArgumentException("Another person has this phone number or user id.", nameof(waId));

            var phone = new EmulatedPhone(cloud, $"p{_people.Count + 1}", name, waId, userId, username);
            if (waId is not null)
                _byWaId[waId] = phone;
            if (userId is not null)
                _byUserId[userId] = phone;
            _byId[phone.Id] = phone;
            _people.Add(phone);
            _snapshot = null;
            return phone;
        }
    }

    /// <summary>Gives a person another number; null keeps the old one.</summary>
    public void Change(EmulatedPhone phone, string? waId, string? userId)
    {
        if (waId is not null)
            EmulatedCloud.RequireWaId(waId);
        if (userId is not null)
            RequireUserId(userId);
        lock (_lock)
        {
            if ((waId is not null && ByWaId(waId) is { } holder && holder != phone) || (userId is not null && _byUserId.TryGetValue(userId, out holder) && holder != phone))
                throw new ArgumentException("Another person has this phone number or user id.", nameof(waId));
            if (waId is not null)
            {
                if (phone.WaId is { } old)
                    _byWaId.TryRemove(old, out _);
                _byWaId[waId] = phone;
            }

            if (userId is not null)
            {
                foreach (var known in _byUserId.Where(pair => pair.Value == phone).Select(pair => pair.Key).ToArray())
                    _byUserId.TryRemove(known, out _);
                _byUserId[userId] = phone;
            }

            phone.TakeIds(waId, userId);
        }
    }

    private static bool Knows(EmulatedPhone phone, EmulatedNumber number, string userId) =>
        string.Equals(phone.UserIdFor(number), userId, StringComparison.Ordinal) || string.Equals(phone.ParentUserIdFor(number), userId, StringComparison.Ordinal);

    private static void RequireUserId(string userId)
    {
        if (!RecipientIds.IsUserId(userId))
            throw new ArgumentException("A user id looks like DE.48213377190552.", nameof(userId));
    }
}
