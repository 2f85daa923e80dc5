using System.Globalization;
using GiftCardSdk.EntityFrameworkCore;
using GiftCardSdk.Journal.Relational;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the order journal of GiftCardSdk to a model.</summary>
public static class GiftCardModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables of the order journal, to be called in <c>OnModelCreating</c>: <c>gift_card_orders</c>, <c>gift_card_order_ids</c>,
    /// <c>gift_card_records</c>, <c>gift_card_leases</c> and <c>gift_card_settings</c>. A migration of the application creates them. Names and types are fixed here; the
    /// application's own naming conventions do not change them.
    /// </summary>
    /// <param name="modelBuilder">The builder of the application's model.</param>
    /// <param name="schema">The schema of the tables; null for the model's default.</param>
    /// <returns>The builder.</returns>
    public static ModelBuilder AddGiftCardJournal(this ModelBuilder modelBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder
            .Entity<OrderRow>(order => Orders(order, schema))
            .Entity<OrderIdRow>(id => OrderIds(id, schema))
            .Entity<RecordRow>(record => Records(record, schema))
            .Entity<LeaseRow>(lease => Leases(lease, schema))
            .Entity<SettingRow>(setting => Settings(setting, schema));
    }

    private static void Orders(EntityTypeBuilder<OrderRow> order, string? schema)
    {
        order.ToTable("gift_card_orders", schema);
        order.HasKey(row => row.Id).HasName("gift_card_orders_pkey");
        order.Property(row => row.Id).HasColumnName("id").IsText();
        order.Property(row => row.Provider).HasColumnName("provider").IsText();
        order.Property(row => row.Environment).HasColumnName("environment").IsText();
        order.Property(row => row.Account).HasColumnName("account").IsText();
        order.Property(row => row.Operation).HasColumnName("operation").IsText();
        order.Property(row => row.Reference).HasColumnName("reference").IsText();
        order.Property(row => row.CreatedAt).HasColumnName("created_at");
        order.Property(row => row.ProviderKey).HasColumnName("provider_key").IsText();
        order.Property(row => row.Fingerprint).HasColumnName("fingerprint").IsText();
        order.Property(row => row.Version).HasColumnName("version");
        order.Property(row => row.WriteId).HasColumnName("write_id").IsText();
        order.Property(row => row.State).HasColumnName("state").IsText();
        order.Property(row => row.Reason).HasColumnName("reason").IsText();
        order.Property(row => row.Attempt).HasColumnName("attempt");
        order.Property(row => row.IsAmbiguous).HasColumnName("is_ambiguous");
        order.Property(row => row.UpdatedAt).HasColumnName("updated_at");
        order.Property(row => row.FirstSentAt).HasColumnName("first_sent_at");
        order.Property(row => row.LastSentAt).HasColumnName("last_sent_at");
        order.Property(row => row.PurgedAt).HasColumnName("purged_at");
        order.Property(row => row.Owner).HasColumnName("owner").IsText();
        order.Property(row => row.LeaseHolder).HasColumnName("lease_holder").IsText();
        order.Property(row => row.LeaseUntil).HasColumnName("lease_until");
        order.Property(row => row.OrderId).HasColumnName("order_id").IsText();
        order.Property(row => row.Details).HasColumnName("details").IsText();
        // The few that are open are found among all that are finished; the others serve lists, oldest first.
        order
            .HasIndex(row => new { row.CreatedAt, row.Id }, "ix_gift_card_orders_open")
            .HasFilter("state IN ('Sending', 'Unknown', 'Parked')");
        order.HasIndex(row => row.LastSentAt, "ix_gift_card_orders_absent").HasFilter("state IN ('Absent')");
        order.HasIndex(row => new { row.CreatedAt, row.Id }, "ix_gift_card_orders_created_at");
        order.HasIndex(
            row => new
            {
                row.Account,
                row.CreatedAt,
                row.Id,
            },
            "ix_gift_card_orders_account"
        );
    }

    private static void OrderIds(EntityTypeBuilder<OrderIdRow> id, string? schema)
    {
        id.ToTable("gift_card_order_ids", schema);
        id.HasKey(row => new
            {
                row.OrderKey,
                row.Account,
                row.Operation,
            })
            .HasName("gift_card_order_ids_pkey");
        id.Property(row => row.OrderKey).HasColumnName("order_key").IsText();
        id.Property(row => row.Account).HasColumnName("account").IsText();
        id.Property(row => row.Operation).HasColumnName("operation").IsText();
        id.Property(row => row.RowId).HasColumnName("row_id").IsText();
    }

    private static void Records(EntityTypeBuilder<RecordRow> record, string? schema)
    {
        record.ToTable("gift_card_records", schema);
        record.HasKey(row => row.Id).HasName("gift_card_records_pkey");
        record.Property(row => row.Id).HasColumnName("id").IsText();
        record.Property(row => row.Kind).HasColumnName("kind").IsText();
        record.Property(row => row.RecordId).HasColumnName("record_id").IsText();
        record.Property(row => row.CreatedAt).HasColumnName("created_at");
        record.Property(row => row.Version).HasColumnName("version");
        record.Property(row => row.WriteId).HasColumnName("write_id").IsText();
        record.Property(row => row.ListGroup).HasColumnName("list_group").IsText();
        record.Property(row => row.DueAt).HasColumnName("due_at");
        record.Property(row => row.UpdatedAt).HasColumnName("updated_at");
        record.Property(row => row.Body).HasColumnName("body").IsText();
        record.HasIndex(
            row => new
            {
                row.Kind,
                row.CreatedAt,
                row.Id,
            },
            "ix_gift_card_records_kind"
        );
        record.HasIndex(
            row => new
            {
                row.ListGroup,
                row.Kind,
                row.CreatedAt,
                row.Id,
            },
            "ix_gift_card_records_group"
        );
        record.HasIndex(row => new { row.Kind, row.DueAt }, "ix_gift_card_records_due").HasFilter("due_at IS NOT NULL");
    }

    private static void Leases(EntityTypeBuilder<LeaseRow> lease, string? schema)
    {
        lease.ToTable("gift_card_leases", schema);
        lease.HasKey(row => row.Id).HasName("gift_card_leases_pkey");
        lease.Property(row => row.Id).HasColumnName("id").IsText();
        lease.Property(row => row.Account).HasColumnName("account").IsText();
        lease.Property(row => row.Holder).HasColumnName("holder").IsText();
        lease.Property(row => row.Until).HasColumnName("until");
    }

    private static void Settings(EntityTypeBuilder<SettingRow> setting, string? schema)
    {
        setting.ToTable("gift_card_settings", schema);
        setting.HasKey(row => row.Name).HasName("gift_card_settings_pkey");
        setting.Property(row => row.Name).HasColumnName("name").IsText();
        setting.Property(row => row.Value).HasColumnName("value").IsText();
        // So that the migration that changes the tables some day also says so.
        setting.HasData(
            new SettingRow { Name = "schema-version", Value = RelationalJournal.SchemaVersion.ToString(CultureInfo.InvariantCulture) }
        );
    }

    /// <summary>Nothing that a provider says may be too long to be recorded, whatever length the application gives its own texts.</summary>
    private static void IsText<T>(this PropertyBuilder<T> property) => property.HasColumnType("text").HasMaxLength(-1);
}
