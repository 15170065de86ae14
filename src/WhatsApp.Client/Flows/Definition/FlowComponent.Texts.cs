using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record FlowComponent
{
    /// <summary>A text to read.</summary>
    /// <param name="Style">How it looks.</param>
    /// <param name="Content">At most 80 characters for headings, 4,096 for a body, 409 for a caption.</param>
    public sealed record Text(FlowTextStyle Style, string Content) : FlowComponent
    {
        private protected override string Type => $"Text{Style}";

        /// <summary>Whether the content of a body or caption is Markdown; null for no.</summary>
        public bool? Markdown { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Text(checks, $"{path}.text", Content, Style switch { FlowTextStyle.Body => 4096, FlowTextStyle.Caption => 409, _ => 80 });
            if (Markdown is not null && Style is FlowTextStyle.Heading or FlowTextStyle.Subheading && Markdown == true)
                checks.Add($"{path}.markdown", MessageFaultKind.NotAllowed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("text"u8, Content);
            if (Markdown is { } markdown)
                writer.WriteBoolean("markdown"u8, markdown);
        }
    }

    /// <summary>Markdown of several paragraphs, from version 5.1 on.</summary>
    /// <param name="Paragraphs">At least one.</param>
    public sealed record RichText(params IReadOnlyList<string> Paragraphs) : FlowComponent
    {
        private protected override string Type => "RichText";

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            checks.Count($"{path}.text", Paragraphs.Count, 1, int.MaxValue);
            for (var i = 0; i < Paragraphs.Count; i++)
                flow.Text(checks, $"{path}.text[{i}]", Paragraphs[i], int.MaxValue);
        }

        private protected override void WriteMore(Utf8JsonWriter writer) => writer.WriteTexts("text"u8, Paragraphs);
    }

    /// <summary>A picture; at most three on a screen.</summary>
    /// <param name="Source">Base64 of a JPEG or PNG, or an expression.</param>
    public sealed record Image(string Source) : FlowComponent
    {
        private protected override string Type => "Image";

        /// <summary>What it shows, for those who cannot see it; null for nothing.</summary>
        public string? AltText { get; init; }

        /// <summary>Its width; null for the platform's choice.</summary>
        public int? Width { get; init; }

        /// <summary>Its height; null for the platform's choice.</summary>
        public int? Height { get; init; }

        /// <summary><c>contain</c> or <c>cover</c>; null for the platform's choice.</summary>
        public string? ScaleType { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Images++;
            flow.Text(checks, $"{path}.src", Source, int.MaxValue);
            if (ScaleType is not (null or "contain" or "cover"))
                checks.Add($"{path}.scale-type", MessageFaultKind.Malformed);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("src"u8, Source);
            WriteNumber(writer, "width"u8, Width);
            WriteNumber(writer, "height"u8, Height);
            writer.WriteOptionalText("scale-type"u8, ScaleType);
            writer.WriteOptionalText("alt-text"u8, AltText);
        }
    }

    /// <summary>A link; at most two on a screen.</summary>
    /// <param name="Label">At most 25 characters.</param>
    /// <param name="OnClick">What a tap does.</param>
    public sealed record EmbeddedLink(string Label, FlowClick OnClick) : FlowComponent
    {
        private protected override string Type => "EmbeddedLink";

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Links++;
            flow.Text(checks, $"{path}.text", Label, 25);
            CheckClick(checks, $"{path}.on-click-action", OnClick, flow);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("text"u8, Label);
            OnClick.Write(writer, "on-click-action"u8);
        }
    }

    /// <summary>The button at the bottom; one on a screen, and one on every terminal screen.</summary>
    /// <param name="Label">At most 35 characters.</param>
    /// <param name="OnClick">What a tap does; no address.</param>
    public sealed record Footer(string Label, FlowClick OnClick) : FlowComponent
    {
        private const int MaxCaption = 15;

        private protected override string Type => "Footer";

        /// <summary>Left above it, at most 15 characters, together with <see cref="RightCaption"/>; null for nothing.</summary>
        public string? LeftCaption { get; init; }

        /// <summary>Above it, at most 15 characters, without the other two; null for nothing.</summary>
        public string? CenterCaption { get; init; }

        /// <summary>Right above it, at most 15 characters, together with <see cref="LeftCaption"/>; null for nothing.</summary>
        public string? RightCaption { get; init; }

        /// <summary>Whether it can be tapped; null for yes.</summary>
        public FlowFlag? Enabled { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Footers++;
            flow.Text(checks, $"{path}.label", Label, 35);
            flow.OptionalText(checks, $"{path}.left-caption", LeftCaption, MaxCaption);
            flow.OptionalText(checks, $"{path}.center-caption", CenterCaption, MaxCaption);
            flow.OptionalText(checks, $"{path}.right-caption", RightCaption, MaxCaption);
            if (LeftCaption is null != RightCaption is null)
                checks.Add($"{path}.{(LeftCaption is null ? "left" : "right")}-caption", MessageFaultKind.Missing);
            else if (CenterCaption is not null && LeftCaption is not null)
                checks.Add($"{path}.center-caption", MessageFaultKind.NotAllowed);
            if (OnClick is FlowClick.OpenUrl)
                checks.Add($"{path}.on-click-action.name", MessageFaultKind.NotAllowed);
            CheckClick(checks, $"{path}.on-click-action", OnClick, flow);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("label"u8, Label);
            writer.WriteOptionalText("left-caption"u8, LeftCaption);
            writer.WriteOptionalText("center-caption"u8, CenterCaption);
            writer.WriteOptionalText("right-caption"u8, RightCaption);
            WriteFlag(writer, "enabled"u8, Enabled);
            OnClick.Write(writer, "on-click-action"u8);
        }
    }

    private protected static void CheckClick(MessageChecks checks, MessagePath path, FlowClick? click, FlowScope flow)
    {
        if (click is null)
            checks.Add(path, MessageFaultKind.Missing);
        else
            click.Check(checks, path, flow);
    }
}
