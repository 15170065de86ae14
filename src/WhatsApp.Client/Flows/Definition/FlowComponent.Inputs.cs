using System.Text.Json;

namespace WhatsApp.Client;

public abstract partial record FlowComponent
{
    private const int MaxHelper = 80;

    /// <summary>Something that gives a value, under its name.</summary>
    /// <param name="Name">Unlike every other on the screen; used as <c>${form.name}</c>.</param>
    /// <param name="Label">What it is called.</param>
    public abstract record Input(string Name, string Label) : FlowComponent
    {
        /// <summary>Whether it must be given; null for no.</summary>
        public FlowFlag? Required { get; init; }

        /// <summary>Whether it can be given; null for yes.</summary>
        public FlowFlag? Enabled { get; init; }

        internal override IEnumerable<string> Inputs => Name is null ? [] : [Name];

        private protected abstract int MaxLabel { get; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            flow.Name(checks, $"{path}.name", Name);
            flow.Text(checks, $"{path}.label", Label, MaxLabel);
            flow.References(checks, $"{path}.required", Required?.Expression);
            flow.References(checks, $"{path}.enabled", Enabled?.Expression);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            writer.WriteText("name"u8, Name);
            writer.WriteText("label"u8, Label);
            WriteFlag(writer, "required"u8, Required);
            WriteFlag(writer, "enabled"u8, Enabled);
        }
    }

    /// <summary>One line of text. Its label has at most 20 characters.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">Its label.</param>
    public sealed record TextInput(string Name, string Label) : Input(Name, Label)
    {
        private protected override string Type => "TextInput";

        private protected override int MaxLabel => 20;

        /// <summary><c>text</c>, <c>number</c>, <c>email</c>, <c>password</c>, <c>passcode</c> or <c>phone</c>; null for text.</summary>
        public string? InputType { get; init; }

        /// <summary>The fewest characters; null for none.</summary>
        public int? MinChars { get; init; }

        /// <summary>The most characters; null for 80.</summary>
        public int? MaxChars { get; init; }

        /// <summary>Below it, at most 80 characters; null for nothing.</summary>
        public string? HelperText { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            if (InputType is not (null or "text" or "number" or "email" or "password" or "passcode" or "phone"))
                checks.Add($"{path}.input-type", MessageFaultKind.Malformed);
            if (MinChars > MaxChars)
                checks.Add($"{path}.min-chars", MessageFaultKind.TooLarge, MaxChars, MinChars);
            flow.OptionalText(checks, $"{path}.helper-text", HelperText, MaxHelper);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            writer.WriteOptionalText("input-type"u8, InputType);
            WriteNumber(writer, "min-chars"u8, MinChars);
            WriteNumber(writer, "max-chars"u8, MaxChars);
            writer.WriteOptionalText("helper-text"u8, HelperText);
        }
    }

    /// <summary>Several lines of text. Its label has at most 20 characters.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">Its label.</param>
    public sealed record TextArea(string Name, string Label) : Input(Name, Label)
    {
        private protected override string Type => "TextArea";

        private protected override int MaxLabel => 20;

        /// <summary>The most characters; null for 600.</summary>
        public int? MaxLength { get; init; }

        /// <summary>Below it, at most 80 characters; null for nothing.</summary>
        public string? HelperText { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            flow.OptionalText(checks, $"{path}.helper-text", HelperText, MaxHelper);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            WriteNumber(writer, "max-length"u8, MaxLength);
            writer.WriteOptionalText("helper-text"u8, HelperText);
        }
    }

    /// <summary>A day. Its label has at most 40 characters.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">Its label.</param>
    public sealed record DatePicker(string Name, string Label) : Input(Name, Label)
    {
        private protected override string Type => "DatePicker";

        private protected override int MaxLabel => 40;

        /// <summary>The first day, <c>2026-11-28</c> or an expression; null for none.</summary>
        public string? MinDate { get; init; }

        /// <summary>The last day, <c>2026-11-28</c> or an expression; null for none.</summary>
        public string? MaxDate { get; init; }

        /// <summary>Below it, at most 80 characters; null for nothing.</summary>
        public string? HelperText { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            flow.OptionalText(checks, $"{path}.min-date", MinDate, int.MaxValue);
            flow.OptionalText(checks, $"{path}.max-date", MaxDate, int.MaxValue);
            flow.OptionalText(checks, $"{path}.helper-text", HelperText, MaxHelper);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            writer.WriteOptionalText("min-date"u8, MinDate);
            writer.WriteOptionalText("max-date"u8, MaxDate);
            writer.WriteOptionalText("helper-text"u8, HelperText);
        }
    }

    /// <summary>A box to tick; at most five on a screen. Its label has at most 300 characters.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">Its label.</param>
    public sealed record OptIn(string Name, string Label) : Input(Name, Label)
    {
        private protected override string Type => "OptIn";

        private protected override int MaxLabel => 300;

        /// <summary>What "read more" does; null for no such link.</summary>
        public FlowClick? OnClick { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            flow.OptIns++;
            OnClick?.Check(checks, $"{path}.on-click-action", flow);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            OnClick?.Write(writer, "on-click-action"u8);
        }
    }

    /// <summary>Pictures or files to upload; one on a screen. Its label has at most 80 characters. What is given is opened with <see cref="FlowMedia"/>.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Label">Its label.</param>
    /// <param name="TakesDocuments">Files instead of photos.</param>
    public sealed record MediaPicker(string Name, string Label, bool TakesDocuments = false) : Input(Name, Label)
    {
        private protected override string Type => TakesDocuments ? "DocumentPicker" : "PhotoPicker";

        private protected override int MaxLabel => 80;

        /// <summary>Below it, at most 300 characters; null for nothing.</summary>
        public string? Description { get; init; }

        /// <summary>The fewest, 0 to 30; null for none.</summary>
        public int? Min { get; init; }

        /// <summary>The most, 1 to 30; null for 30.</summary>
        public int? Max { get; init; }

        private protected override void CheckMore(MessageChecks checks, MessagePath path, FlowScope flow, int depth)
        {
            base.CheckMore(checks, path, flow, depth);
            flow.Pickers++;
            flow.OptionalText(checks, $"{path}.description", Description, 300);
            var what = TakesDocuments ? "documents" : "photos";
            checks.Range($"{path}.min-uploaded-{what}", Min ?? 0, 0, Math.Min(30, Max ?? 30));
            checks.Range($"{path}.max-uploaded-{what}", Max ?? 30, 1, 30);
        }

        private protected override void WriteMore(Utf8JsonWriter writer)
        {
            base.WriteMore(writer);
            writer.WriteOptionalText("description"u8, Description);
            WriteNumber(writer, TakesDocuments ? "min-uploaded-documents"u8 : "min-uploaded-photos"u8, Min);
            WriteNumber(writer, TakesDocuments ? "max-uploaded-documents"u8 : "max-uploaded-photos"u8, Max);
        }
    }
}
