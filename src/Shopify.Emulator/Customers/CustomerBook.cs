using System.Collections.Immutable;
using Shopify.Emulator.Orders;

namespace Shopify.Emulator.Customers;

/// <summary>The customers of a shop. An e-mail address and a phone number belong to one customer each.</summary>
internal sealed class CustomerBook(EmulatedShop shop)
{
    private const long FirstId = 7_930_100_000_001;

    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<long, EmulatedCustomer> _all = ImmutableSortedDictionary<long, EmulatedCustomer>.Empty;
    private ImmutableDictionary<string, long> _byPhone = ImmutableDictionary<string, long>.Empty;
    private ImmutableDictionary<string, long> _byEmail = ImmutableDictionary.Create<string, long>(StringComparer.OrdinalIgnoreCase);
    private long _next = FirstId;

    public IEnumerable<EmulatedCustomer> All => Volatile.Read(ref _all).Values;

    public int Count => Volatile.Read(ref _all).Count;

    public EmulatedCustomer? Find(long? id) => id is { } known ? Volatile.Read(ref _all).GetValueOrDefault(known) : null;

    public EmulatedCustomer? ByPhone(string? phone) => phone is not null && _byPhone.TryGetValue(phone, out var id) ? Find(id) : null;

    public EmulatedCustomer? ByEmail(string? email) => email is not null && _byEmail.TryGetValue(email, out var id) ? Find(id) : null;

    /// <summary>Whether another customer has this phone number or e-mail address.</summary>
    public bool IsTaken(EmulatedCustomer wanted) =>
        (ByPhone(wanted.Phone) is { } phone && phone.Id != wanted.Id) || (ByEmail(wanted.Email) is { } email && email.Id != wanted.Id);

    /// <summary>Adds or replaces a customer.</summary>
    public EmulatedCustomer Save(EmulatedCustomer customer)
    {
        lock (_gate)
        {
            var now = shop.Now();
            var old = Find(customer.Id);
            var saved = customer with
            {
                Id = customer.Id != 0 ? customer.Id : _next++,
                CreatedAt = old?.CreatedAt ?? (customer.CreatedAt == default ? now : customer.CreatedAt),
                UpdatedAt = now,
            };
            if (old?.Phone is { } phone) _byPhone = _byPhone.Remove(phone);
            if (old?.Email is { } email) _byEmail = _byEmail.Remove(email);
            if (saved.Phone is { } newPhone) _byPhone = _byPhone.SetItem(newPhone, saved.Id);
            if (saved.Email is { } newEmail) _byEmail = _byEmail.SetItem(newEmail, saved.Id);
            _all = _all.SetItem(saved.Id, saved);
            return saved;
        }
    }

    public EmulatedCustomer? Remove(long id)
    {
        lock (_gate)
        {
            if (Find(id) is not { } old) return null;
            _all = _all.Remove(id);
            if (old.Phone is { } phone) _byPhone = _byPhone.Remove(phone);
            if (old.Email is { } email) _byEmail = _byEmail.Remove(email);
            return old;
        }
    }

    /// <summary>The customer who fills in a checkout: known by phone or e-mail, else a new one. Null when neither was given.</summary>
    public (EmulatedCustomer Customer, bool IsNew)? ForContact(OrderContact contact)
    {
        lock (_gate)
        {
            if (contact.Email is null && contact.Phone is null) return null;
            if ((ByPhone(contact.Phone) ?? ByEmail(contact.Email)) is not { } known)
                return (Save(new() { FirstName = contact.FirstName, LastName = contact.LastName, Email = contact.Email, Phone = contact.Phone }), true);
            var completed = known with { Email = known.Email ?? Free(contact.Email, ByEmail), Phone = known.Phone ?? Free(contact.Phone, ByPhone) };
            return (completed == known ? known : Save(completed), false);
        }

        static string? Free(string? value, Func<string?, EmulatedCustomer?> find) => find(value) is null ? value : null;
    }

    public IEnumerable<EmulatedOrder> OrdersOf(EmulatedCustomer customer) => shop.OrderBook.OfCustomer(customer.Id);
}
