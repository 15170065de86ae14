using System.Runtime.InteropServices;

namespace WhatsApp.Client.Webhooks;

/// <summary>One element of <c>messages[]</c>, <c>statuses[]</c>, <c>errors[]</c> or <c>user_actions[]</c> as found. It is one of them, so they share their place.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct ItemDraft
{
    [FieldOffset(0)]
    public ItemKind Kind;

    [FieldOffset(4)]
    public ReadFault Fault;

    [FieldOffset(8)]
    public JsonSlice Raw;

    [FieldOffset(16)]
    public MessageDraft Message;

    [FieldOffset(16)]
    public StatusDraft Status;
}
