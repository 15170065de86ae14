using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Walks the body once. Skimming and reading share this walk, so that both see the same owner in a body with repeated or misplaced
/// members: the one who was asked about is the one who gets the events. It keeps positions only; strings are made later, of what is wanted.
/// </summary>
internal ref struct EnvelopeReader(
    ReadOnlySpan<byte> body, bool withItems, Span<ChangeDraft> changes, Span<ContactDraft> contacts, Span<ItemDraft> items)
{
    // The platform puts at most 1,000 updates into a delivery. Without a bound, a small hostile body makes very many of them.
    private const int MaxChanges = 2_000;
    private const int MaxItems = 10_000;

    public DraftBuffer<ChangeDraft> Changes = new(changes);
    public DraftBuffer<ContactDraft> Contacts = new(contacts);
    public DraftBuffer<ItemDraft> Items = new(items);
    private readonly ReadOnlySpan<byte> _body = body;
    private Utf8JsonReader _reader = new(body);

    public void Read()
    {
        try
        {
            _reader.Read();
            ReadRoot();
            _reader.Read();
        }
        catch (JsonException exception)
        {
            throw new WebhookFormatException($"The webhook is not JSON (line {exception.LineNumber}, byte {exception.BytePositionInLine}).");
        }
    }

    public void Dispose()
    {
        Changes.Dispose();
        Contacts.Dispose();
        Items.Dispose();
    }

    private void ReadRoot()
    {
        if (!JsonReading.IsObject(ref _reader))
            return;
        var index = 0;
        while (JsonReading.Next(ref _reader, out var name))
        {
            if (!name.SequenceEqual("entry"u8) || !JsonReading.IsArray(ref _reader))
            {
                _reader.Skip();
                continue;
            }

            for (; JsonReading.NextElement(ref _reader); index++)
            {
                if (JsonReading.IsObject(ref _reader))
                    ReadEntry(index);
            }
        }
    }

    private void ReadEntry(int entryIndex)
    {
        var first = Changes.Count;
        TextSlice id = default, time = default;
        while (JsonReading.Next(ref _reader, out var name))
        {
            if (name.SequenceEqual("id"u8))
                id = JsonReading.IdAt(ref _reader);
            else if (name.SequenceEqual("time"u8))
                time = JsonReading.IdAt(ref _reader);
            else if (name.SequenceEqual("changes"u8) && JsonReading.IsArray(ref _reader))
                ReadChanges(entryIndex, first);
            else
                _reader.Skip();
        }

        for (var i = first; i < Changes.Count; i++)
            (Changes[i].EntryId, Changes[i].EntryTime) = (id, time);
    }

    private void ReadChanges(int entryIndex, int first)
    {
        while (JsonReading.NextElement(ref _reader))
        {
            if (Changes.Count == MaxChanges)
                throw new WebhookFormatException("The webhook has more changes than any delivery of the platform.");
            ref var change = ref Changes.Add();
            change.EntryIndex = entryIndex;
            change.ChangeIndex = Changes.Count - 1 - first;
            change.FirstContact = Contacts.Count;
            change.FirstItem = Items.Count;
            ReadChange(ref change);
            change.ContactCount = Contacts.Count - change.FirstContact;
            change.ItemCount = Items.Count - change.FirstItem;
        }
    }

    private void ReadChange(ref ChangeDraft change)
    {
        var start = (int)_reader.TokenStartIndex;
        if (JsonReading.IsObject(ref _reader))
        {
            while (JsonReading.Next(ref _reader, out var name))
            {
                if (name.SequenceEqual("value"u8))
                    ReadValue(ref change);
                else if (name.SequenceEqual("field"u8))
                    change.Field = JsonReading.TextAt(ref _reader);
                else
                    _reader.Skip();
            }
        }

        if (!change.Value.IsPresent)
            change.Value = new JsonSlice(start, (int)_reader.BytesConsumed - start);
    }

    private void ReadValue(ref ChangeDraft change)
    {
        var start = (int)_reader.TokenStartIndex;
        if (JsonReading.IsObject(ref _reader))
        {
            while (JsonReading.Next(ref _reader, out var name))
            {
                if (name.SequenceEqual("metadata"u8) && JsonReading.IsObject(ref _reader))
                    ReadMetadata(ref change);
                else if (withItems)
                    ReadItems(ref change, name);
                else
                    _reader.Skip();
            }
        }

        change.Value = new JsonSlice(start, (int)_reader.BytesConsumed - start);
    }

    private void ReadMetadata(ref ChangeDraft change)
    {
        while (JsonReading.Next(ref _reader, out var name))
        {
            if (name.SequenceEqual("phone_number_id"u8))
                change.PhoneNumberId = JsonReading.IdAt(ref _reader);
            else if (name.SequenceEqual("display_phone_number"u8))
                change.DisplayDigits = JsonReading.Digits(ref _reader);
            else
                _reader.Skip();
        }
    }

    private void ReadItems(ref ChangeDraft change, scoped ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("messages"u8))
            ReadItems(ref change, ItemKind.Message, ReadFault.MessagesAreNoArray);
        else if (name.SequenceEqual("statuses"u8))
            ReadItems(ref change, ItemKind.Status, ReadFault.StatusesAreNoArray);
        else if (name.SequenceEqual("contacts"u8) && JsonReading.IsArray(ref _reader))
            ReadContacts();
        else if (name.SequenceEqual("errors"u8))
            ReadItems(ref change, ItemKind.Error, ReadFault.None);
        else if (name.SequenceEqual("user_actions"u8))
            ReadItems(ref change, ItemKind.UserAction, ReadFault.None);
        else
            _reader.Skip();
    }

    private void ReadContacts()
    {
        while (JsonReading.NextElement(ref _reader))
        {
            ThrowIfFull(Contacts.Count);
            if (JsonReading.IsObject(ref _reader))
                ContactDraft.Read(ref _reader, ref Contacts.Add());
        }
    }

    private void ReadItems(ref ChangeDraft change, ItemKind kind, ReadFault fault)
    {
        if (_reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.Null))
            change.Fault = fault;
        if (!JsonReading.IsArray(ref _reader))
            return;
        while (JsonReading.NextElement(ref _reader))
        {
            ThrowIfFull(Items.Count);
            ref var item = ref Items.Add();
            item.Kind = kind;
            var start = (int)_reader.TokenStartIndex;
            if (_reader.TokenType != JsonTokenType.StartObject)
                item.Fault = ReadFault.MessageIsNoObject + (int)kind;
            if (kind > ItemKind.Status || item.Fault != ReadFault.None)
                _reader.Skip();
            else if (kind == ItemKind.Status)
                StatusDraft.Read(ref _reader, ref item.Status);
            else
                MessageDraft.Read(ref _reader, _body, ref item.Message);
            item.Raw = new JsonSlice(start, (int)_reader.BytesConsumed - start);
        }
    }

    private static void ThrowIfFull(int count)
    {
        if (count == MaxItems)
            throw new WebhookFormatException("The webhook has more messages than any delivery of the platform.");
    }
}
