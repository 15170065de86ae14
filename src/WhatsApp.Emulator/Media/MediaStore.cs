using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WhatsApp.Emulator;

/// <summary>
/// Files of the emulated platform: uploaded ones live 30 days, received ones 7, a download address 5 minutes. Beyond its capacity the oldest are dropped.
/// </summary>
internal sealed class MediaStore(TimeProvider time, long maxBytes)
{
    private const int MaxItems = 100_000;

    private readonly ConcurrentDictionary<string, MediaItem> _items = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<MediaItem> _order = new();
    private long _bytes;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public MediaItem AddUploaded(EmulatedNumber owner, byte[] content, string mimeType) => Add(owner, content, mimeType, TimeSpan.FromDays(30));

    public MediaItem AddReceived(EmulatedNumber owner, byte[] content, string mimeType) => Add(owner, content, mimeType, TimeSpan.FromDays(7));

    public MediaItem? Find(string id) => _items.TryGetValue(id, out var item) && time.GetUtcNow() < item.ExpiresAt ? item : null;

    public void Remove(string id)
    {
        if (_items.TryRemove(id, out var item))
            Interlocked.Add(ref _bytes, -item.Content.Length);
    }

    public string Link(MediaItem item, Uri baseUrl)
    {
        var until = time.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds();
        return new Uri(baseUrl, $"whatsapp_business/attachments/?mid={item.Id}&ext={until}&hash={Proof(item.Id, until)}").AbsoluteUri;
    }

    public bool IsGood(string id, string? until, string? hash) =>
        long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow().ToUnixTimeSeconds() < seconds
        && hash is not null
        && hash == Proof(id, seconds);

    private MediaItem Add(EmulatedNumber owner, byte[] content, string mimeType, TimeSpan keep)
    {
        var item = new MediaItem(MessageIds.NewMedia(), owner, mimeType, content, SHA256.HashData(content), time.GetUtcNow() + keep);
        _items[item.Id] = item;
        _order.Enqueue(item);
        Interlocked.Add(ref _bytes, item.Content.Length);
        while ((Interlocked.Read(ref _bytes) > maxBytes || _order.Count > MaxItems) && _order.Count > 1 && _order.TryDequeue(out var oldest))
            Remove(oldest.Id);
        return item;
    }

    private string Proof(string id, long until) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes($"{id}/{until}")))[..32];
}
